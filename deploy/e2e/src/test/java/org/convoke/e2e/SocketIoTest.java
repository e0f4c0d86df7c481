package org.convoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convoke.local.demo.Listener;
import org.convoke.local.demo.Someone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The clients of a Socket.IO server come to ours as they are: that of npm over each transport, and the one for Java. */
@ExtendWith(Running.class)
class SocketIoTest {

    private static final String UPGRADING = "polling,websocket";

    private Someone alice;
    private Someone bob;
    private List<SocketIoClient> phones;

    @BeforeEach
    void connect() {
        alice = Running.signIn("alice");
        bob = Running.signIn("bob");
        phones = List.of(client(bob, UPGRADING), client(bob, "websocket"), client(bob, "polling"));
        phones.forEach(phone -> phone.await("connect", 1));
    }

    @AfterEach
    void hangUp() {
        phones.forEach(SocketIoClient::close);
    }

    @Test
    void hearsWhatGwHearsAndGoesOnWhereItWas() {
        assertThat(phones.getFirst().await("upgrade", 1).path("transport").asText())
                .isEqualTo("websocket");
        try (Listener tablet = Listener.connect(bob, UUID.randomUUID().toString())) {
            JsonNode first = invite();
            JsonNode told = tablet.eventOf("invitation:received", first).payload();
            phones.forEach(phone -> assertThat(received(phone, first)).isEqualTo(told));
        }
        phones.forEach(SocketIoClient::cut);
        List<JsonNode> missed = IntStream.range(0, 3).mapToObj(i -> invite()).toList();
        phones.forEach(phone -> assertRecovered(phone, missed));
        JsonNode live = invite();
        phones.forEach(phone -> received(phone, live));
        phones.forEach(
                phone -> assertThat(invitations(phone)).endsWith(live.path("id").asText()));
    }

    @Test
    void goesOnWhenTheGatewayWasKilledWhileEventsFlow() {
        try (JavaSocketIoClient java =
                JavaSocketIoClient.of(bob, UUID.randomUUID().toString())) {
            JsonNode first = invite();
            phones.forEach(phone -> received(phone, first));
            java.awaitInvitation(first);
            Running.kill("realtime-gateway");
            List<JsonNode> during =
                    IntStream.range(0, 5).mapToObj(i -> invite()).toList();
            phones.forEach(phone -> assertRecovered(phone, during));
            java.awaitInvitation(during.getLast());
            assertThat(java.invitations().stream().distinct()).endsWith(ids(during));
        } finally {
            Running.awaitReady("realtime-gateway");
        }
    }

    @Test
    void whatItAsksForIsAcknowledged() {
        JsonNode group = alice.createGroup("Asked " + UUID.randomUUID());
        String id = group.path("id").asText();
        try (SocketIoClient laptop = client(alice, "websocket")) {
            laptop.await("connect", 1);
            laptop.event(
                    "group:created",
                    created -> created.path("group").path("id").asText().equals(id));
            assertThat(isDone(laptop.ask("presence", Map.of("set", "BUSY")))).isTrue();
            assertThat(isDone(laptop.ask("live", Map.of("g", id, "kind", "TYPING"))))
                    .isTrue();
            assertThat(isDone(laptop.ask("unsub", Map.of("ch", "g:" + id)))).isTrue();
            assertThat(isDone(laptop.ask("sub", Map.of("ch", "g:" + id)))).isTrue();
            assertThat(isDone(laptop.ask("sub", Map.of("ch", "g:" + UUID.randomUUID()))))
                    .isFalse();
            assertThat(isDone(laptop.ask("no-such-thing"))).isFalse();
        }
    }

    @Test
    void whoIsNotLetInIsToldWhy() {
        Map<String, ?> webSocket = Map.of("transports", List.of("websocket"));
        try (SocketIoClient phone = SocketIoClient.with(Map.of("token", "no token"), webSocket);
                JavaSocketIoClient java = JavaSocketIoClient.withToken("no token")) {
            JsonNode refusal = phone.await("connect_error", 1);
            assertThat(refusal.path("message").asText()).isNotEmpty();
            assertThat(refusal.path("data").path("code").asInt()).isEqualTo(101);
            assertThat(refusal.path("active").asBoolean()).isFalse();
            assertThat(java.awaitError().path("data").path("code").asInt()).isEqualTo(101);
        }
    }

    /** It took itself for recovered, and was told all it had missed, once and in order. */
    private static void assertRecovered(SocketIoClient phone, List<JsonNode> missed) {
        assertThat(phone.await("connect", 2).path("recovered").asBoolean()).isTrue();
        received(phone, missed.getLast());
        assertThat(invitations(phone)).doesNotHaveDuplicates().endsWith(ids(missed));
    }

    private static SocketIoClient client(Someone person, String transports) {
        return SocketIoClient.with(
                Map.of("token", person.token(), "device", UUID.randomUUID().toString()),
                Map.of("transports", List.of(transports.split(","))));
    }

    private static boolean isDone(JsonNode acknowledgement) {
        return acknowledgement.path("answer").path("ok").asBoolean();
    }

    private static JsonNode received(SocketIoClient phone, JsonNode invitation) {
        return phone.event(
                "invitation:received",
                payload -> payload.path("invitation").path("id").equals(invitation.path("id")));
    }

    private JsonNode invite() {
        return alice.invite(alice.createGroup("Evening " + UUID.randomUUID()), bob, "Come");
    }

    private static List<String> invitations(SocketIoClient phone) {
        return phone.events("invitation:received").stream()
                .map(payload -> payload.path("invitation").path("id").asText())
                .toList();
    }

    private static String[] ids(List<JsonNode> invitations) {
        return invitations.stream().map(each -> each.path("id").asText()).toArray(String[]::new);
    }
}
