package org.convoke.gateway.wire.socketio;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.SocketIoClient;
import org.convoke.gateway.Told;
import org.convoke.gateway.protocol.SocketIoDocument;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What gw.v1 tells, and is told, goes over Socket.IO too. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class EventsTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration A_WHILE = Duration.ofMillis(500);

    @TestHTTPResource
    URL url;

    private final SocketIoDocument document = SocketIoDocument.read();
    private final Told told = new Told();
    private final List<SocketIoClient> clients = new ArrayList<>();
    private final String ada = someone("ada");
    private final String bob = someone("bob");

    @AfterEach
    void everythingWasDescribed() {
        told.close();
        assertThat(clients)
                .flatExtracting(SocketIoClient::events)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(document.violations(event.name(), event.arguments()))
                        .as(event.toString())
                        .isEmpty());
    }

    private SocketIoClient signedIn(String user) {
        SocketIoClient client = SocketIoClient.signedIn(url.getPort(), user);
        clients.add(client);
        return client;
    }

    @Test
    void payloadsAreTheSameOnBothWires() {
        try (GwClient gw = GwClient.signedIn(url.getPort(), ada, "gw");
                SocketIoClient sio = signedIn(ada)) {
            GroupSnapshot group = told.groupCreated(ada, "PUBLIC");
            sio.event("joined", any -> true);
            gw.frame("joined", any -> true);
            told.joined(group, bob, 2);
            InvitationSnapshot last = told.invited("host", ada);
            gw.event("invitation:received", any -> true);
            gw.event("group:member_joined", any -> true);
            gw.event("group:member_update", any -> true);
            await().atMost(SOON).untilAsserted(() -> assertThat(payloads(sio)).isEqualTo(payloads(gw)));
            assertThat(payloads(sio).values().stream()
                            .map(each -> each.path("name").asText()))
                    .contains(
                            "group:created",
                            "notification:group_created",
                            "group:member_joined",
                            "group:activity",
                            "group:member_update",
                            "invitation:received");
            assertThat(sio.events("invitation:received")
                            .getFirst()
                            .data()
                            .path("invitation")
                            .path("id")
                            .asText())
                    .isEqualTo(last.id().toString());
        }
    }

    @Test
    void whatIsInAStreamCarriesAnOffsetAndWhatIsNotCarriesNone() {
        try (GwClient gw = GwClient.signedIn(url.getPort(), ada, "gw");
                SocketIoClient sio = signedIn(ada)) {
            GroupSnapshot group = told.groupCreated(ada, "PRIVATE");
            sio.event("joined", any -> true);
            gw.frame("joined", any -> true);
            told.joined(group, bob, 2);
            sio.event("group:member_update", any -> true);
            gw.event("group:member_update", any -> true);
            Set<String> stored = gw.frames().stream()
                    .map(frame -> frame.path("d"))
                    .filter(data -> data.has("cur"))
                    .map(data -> data.path("p").path("eventId").asText())
                    .collect(java.util.stream.Collectors.toSet());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(sio.events().stream()
                                    .filter(each -> each.data().has("eventId")
                                            && each.offset().isPresent())
                                    .map(each -> each.data().path("eventId").asText()))
                            .containsExactlyInAnyOrderElementsOf(stored));
            assertThat(sio.events("group:member_update").getFirst().offset()).isEmpty();
        }
    }

    /** By eventId, with the name. */
    private static Map<String, JsonNode> payloads(SocketIoClient client) {
        return client.events().stream()
                .filter(each -> each.data().has("eventId"))
                .collect(toMap(each -> each.data().path("eventId").asText(), each -> named(each.name(), each.data())));
    }

    private static Map<String, JsonNode> payloads(GwClient client) {
        return client.frames().stream()
                .filter(frame -> frame.path("t").asText().equals("evt"))
                .map(frame -> frame.path("d"))
                .collect(toMap(
                        each -> each.path("p").path("eventId").asText(),
                        each -> named(each.path("n").asText(), each.path("p"))));
    }

    private static JsonNode named(String name, JsonNode payload) {
        ObjectNode named = new ObjectMapper().createObjectNode().put("name", name);
        return named.set("payload", payload);
    }

    @Test
    void whatAClientAsksForIsAcknowledged() {
        GroupSnapshot group = told.groupCreated(ada, "PRIVATE");
        String channel = "g:" + group.id();
        try (SocketIoClient sio = hearing(ada, channel)) {
            assertThat(code(sio.ask("sub", GwClient.data().put("ch", channel)))).isEqualTo(105);
            assertThat(sio.ask("unsub", GwClient.data().put("ch", channel))
                            .path("ok")
                            .asBoolean())
                    .isTrue();
            assertThat(code(sio.ask("unsub", GwClient.data().put("ch", channel))))
                    .isEqualTo(102);
            JsonNode listening = sio.ask("sub", GwClient.data().put("ch", channel));
            assertThat(listening.path("ok").asBoolean()).isTrue();
            assertThat(listening.path("ch").asText()).isEqualTo(channel);
            assertThat(listening.path("top").asText()).isNotEmpty();
            assertThat(listening.path("resume").path("kind").asText()).isEqualTo("none");
            assertThat(sio.ask("sub", GwClient.data().put("ch", "presence:" + group.id()))
                            .path("ch")
                            .asText())
                    .isEqualTo("presence:" + group.id());
            assertThat(code(sio.ask("sub", GwClient.data().put("ch", "nonsense"))))
                    .isEqualTo(102);
            assertThat(code(sio.ask("sub", GwClient.data().put("ch", "g:" + java.util.UUID.randomUUID()))))
                    .isEqualTo(103);
            assertThat(sio.ask("refresh", GwClient.data().put("token", GwClient.token(ada)))
                            .path("expiresAt")
                            .asText())
                    .isNotEmpty();
            assertThat(code(sio.ask("refresh", GwClient.data().put("token", "bad"))))
                    .isEqualTo(101);
        }
    }

    @Test
    void whatMakesNoSenseIsSaidAndTooMuchOfItEndsTheSession() {
        try (SocketIoClient sio = signedIn(ada)) {
            JsonNode answer = sio.ask("sub", GwClient.data());
            assertThat(answer.path("ok").asBoolean(true)).isFalse();
            assertThat(answer.path("message").asText()).isEqualTo("ch is missing");
            assertThat(code(answer)).isEqualTo(107);
            sio.emit("group:create", GwClient.data());
            assertThat(sio.event("error", any -> true).data().path("code").asInt())
                    .isEqualTo(107);
            for (int i = 0; i < 8; i++) {
                assertThat(code(sio.ask("sub", 7))).isEqualTo(107);
            }
            sio.emit("sub", GwClient.data());
            await().atMost(SOON).until(sio::isSentOut);
            assertThat(sio.event("bye", any -> true).data().path("code").asInt())
                    .isEqualTo(4000);
            assertThat(sio.closeCode(SOON)).isEqualTo(4000);
        }
    }

    @Test
    void membersSeeEachOthersActivityAndPresence() {
        GroupSnapshot group = told.groupCreated(ada, "PRIVATE");
        String channel = "g:" + group.id();
        try (SocketIoClient adas = hearing(ada, channel)) {
            told.joined(group, bob, 2);
            try (SocketIoClient bobs = hearing(bob, channel)) {
                ObjectNode typing =
                        GwClient.data().put("g", group.id().toString()).put("kind", "TYPING");
                assertThat(bobs.ask("live", typing).path("ok").asBoolean()).isTrue();
                JsonNode tooSoon = bobs.ask("live", typing);
                assertThat(code(tooSoon)).isEqualTo(111);
                assertThat(tooSoon.path("afterMs").asInt()).isBetween(1, 2000);
                adas.event(
                        "group:live_activity",
                        payload -> payload.path("userId").asText().equals(bob));
                ObjectNode watch = GwClient.data();
                watch.putArray("watch").add(bob);
                assertThat(adas.ask("presence", watch).path("ok").asBoolean()).isTrue();
                SocketIoClient.Event changed = adas.event("presence:changed", is(bob, "ONLINE"));
                assertThat(changed.data().path("eventId").asText()).isNotEmpty();
                assertThat(changed.data().path("occurredAt").asText()).isNotEmpty();
                assertThat(changed.offset()).isEmpty();
                bobs.ask("presence", GwClient.data().put("set", "BUSY"));
                adas.event("presence:changed", is(bob, "BUSY"));
            }
        }
    }

    private static java.util.function.Predicate<JsonNode> is(String user, String state) {
        return payload -> payload.path("presence").path("userId").asText().equals(user)
                && payload.path("presence").path("state").asText().equals(state);
    }

    @Test
    void whoIsRemovedHearsNothingMore() {
        GroupSnapshot group = told.groupCreated(bob, "PRIVATE");
        told.joined(group, ada, 2);
        try (SocketIoClient adas = hearing(ada, "g:" + group.id());
                SocketIoClient bobs = hearing(bob, "g:" + group.id())) {
            told.left(group, ada, 3);
            told.joined(group, "carol", 4);
            bobs.event(
                    "group:member_joined",
                    payload -> payload.path("userId").asText().equals("carol"));
            await().during(A_WHILE)
                    .until(() -> adas.events("group:member_joined").stream()
                            .noneMatch(
                                    each -> each.data().path("userId").asText().equals("carol")));
        }
    }

    private SocketIoClient hearing(String user, String channel) {
        SocketIoClient client = signedIn(user);
        await().atMost(SOON)
                .until(() -> client.events("ready")
                                .getFirst()
                                .data()
                                .path("channels")
                                .has(channel)
                        || client.events("joined").stream()
                                .anyMatch(
                                        each -> each.data().path("ch").asText().equals(channel)));
        return client;
    }

    private static int code(JsonNode answer) {
        assertThat(answer.path("ok").asBoolean(true)).isFalse();
        return answer.path("code").asInt();
    }
}
