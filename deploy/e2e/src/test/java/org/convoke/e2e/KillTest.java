package org.convoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Listener;
import org.convoke.local.demo.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Processes die with kill -9 or hang while people go on; what was accepted arrives, once and in order. */
@ExtendWith(Running.class)
class KillTest {

    private Someone alice;
    private Someone bob;

    @BeforeEach
    void signIn() {
        alice = Running.signIn("alice");
        bob = Running.signIn("bob");
    }

    @Test
    void aKilledGatewayLosesNothing() {
        Listener phone = Listener.connect(bob, "kill-test");
        JsonNode before = invite();
        phone.eventOf("invitation:received", before);
        for (int round = 0; round < 2; round++) {
            Running.kill("realtime-gateway");
            List<JsonNode> during =
                    IntStream.range(0, 3).mapToObj(i -> invite()).toList();
            Running.awaitReady("realtime-gateway");
            try (Listener back = phone.reconnect()) {
                back.eventOf("invitation:received", during.getLast());
                assertThat(received(back)).containsExactlyElementsOf(ids(during));
                phone = back;
            }
        }
    }

    @Test
    void anInvitationThatWasCommittedBeforeItsServiceDiedIsTold() {
        Running.pause("kafka");
        JsonNode committed;
        try {
            committed = invite();
            Running.kill("invitations-service");
        } finally {
            Running.resume("kafka");
        }
        Running.awaitReady("invitations-service");
        try (Listener phone = Listener.connect(bob, UUID.randomUUID().toString())) {
            phone.eventOf("invitation:received", committed);
            assertThat(received(phone)).containsOnlyOnce(committed.path("id").asText());
        }
    }

    @Test
    void aKilledKafkaOnlyDelays() {
        try (Listener phone = Listener.connect(bob, UUID.randomUUID().toString())) {
            Running.kill("kafka");
            List<JsonNode> during =
                    IntStream.range(0, 3).mapToObj(i -> invite()).toList();
            during.forEach(each -> phone.eventOf("invitation:received", each));
        }
    }

    @Test
    void aKilledRedisOnlyDelaysAndTheSocketStays() {
        try (Listener phone = Listener.connect(bob, UUID.randomUUID().toString())) {
            Running.kill("redis");
            JsonNode during = invite();
            phone.eventOf("invitation:received", during);
            assertThat(phone.isClosed()).isFalse();
        }
    }

    @Test
    void aKilledDatabaseIsSaidAndHealsByItself() {
        JsonNode group = alice.createGroup("Before " + UUID.randomUUID());
        Running.kill("postgres");
        List<Integer> answers = new ArrayList<>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Api.Answer answer = alice.call("POST", "/groups", Map.of("name", "After " + UUID.randomUUID()));
            answers.add(answer.status());
            return answer.status() == 201;
        });
        assertThat(answers).isSubsetOf(503, 201);
        assertThat(alice.get("/groups/" + group.path("id").asText())
                        .path("memberCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void anAcceptWhoseServiceDiesInTheMiddleIsFinishedByItself() {
        JsonNode group = alice.createGroup("Half way " + UUID.randomUUID());
        JsonNode invitation = alice.invite(group, bob, "Come");
        Running.pause("groups-service");
        CompletableFuture<Void> lost = CompletableFuture.runAsync(() -> bob.accept(invitation));
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> claimed(invitation));
            Running.kill("invitations-service");
        } finally {
            Running.resume("groups-service");
        }
        assertThat(lost).failsWithin(Duration.ofSeconds(30));
        Running.awaitReady("invitations-service");
        await().atMost(Duration.ofSeconds(10)).until(() -> !claimed(invitation));
        bob.accept(invitation);
        assertThat(members(group)).containsExactlyInAnyOrder(alice.id(), bob.id());
        assertThat(alice.get("/groups/" + group.path("id").asText())
                        .path("memberCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void fiftyAcceptsAtOnceMakeOneMemberAndOneEvent() {
        JsonNode group = alice.createGroup("Fifty " + UUID.randomUUID());
        try (Listener laptop = Listener.connect(alice, UUID.randomUUID().toString())) {
            JsonNode invitation = alice.invite(group, bob, "Come");
            List<CompletableFuture<JsonNode>> accepts = IntStream.range(0, 50)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> bob.accept(invitation), Thread::startVirtualThread))
                    .toList();
            accepts.forEach(CompletableFuture::join);
            JsonNode marker = invite();
            laptop.eventOf("invitation:sent", marker);
            assertThat(members(group)).containsExactlyInAnyOrder(alice.id(), bob.id());
            assertThat(laptop.events("group:member_joined"))
                    .filteredOn(heard -> heard.payload().path("groupId").equals(group.path("id")))
                    .hasSize(1);
            assertThat(laptop.events("invitation:responded"))
                    .filteredOn(heard ->
                            heard.payload().path("invitation").path("id").equals(invitation.path("id")))
                    .hasSize(1);
        }
    }

    private static boolean claimed(JsonNode invitation) {
        try (Database database = Database.open()) {
            return database.claimed(invitation.path("id").asText());
        }
    }

    private JsonNode invite() {
        return alice.invite(alice.createGroup("Evening " + UUID.randomUUID()), bob, "Come");
    }

    private List<String> members(JsonNode group) {
        List<String> members = new ArrayList<>();
        alice.get("/groups/" + group.path("id").asText() + "/members")
                .path("items")
                .forEach(member -> members.add(member.path("userId").asText()));
        return members;
    }

    /** As a client counts them: what Kafka was told twice comes twice under one eventId. */
    private static List<String> received(Listener listener) {
        Map<String, String> invitations = new LinkedHashMap<>();
        listener.events("invitation:received")
                .forEach(heard -> invitations.put(
                        heard.payload().path("eventId").asText(),
                        heard.payload().path("invitation").path("id").asText()));
        return List.copyOf(invitations.values());
    }

    private static List<String> ids(List<JsonNode> invitations) {
        return invitations.stream().map(each -> each.path("id").asText()).toList();
    }
}
