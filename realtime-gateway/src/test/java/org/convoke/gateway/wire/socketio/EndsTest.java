package org.convoke.gateway.wire.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.convoke.events.InvitationSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.SocketIoClient;
import org.convoke.gateway.Told;
import org.convoke.gateway.session.EndSessions;
import org.convoke.gateway.session.Logout;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

/** How a session ends: the transport is closed, so that the client comes again, or the namespace, so that it does not. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class EndsTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TestHTTPResource
    URL url;

    @Inject
    MeterRegistry meters;

    @Inject
    EndSessions endSessions;

    private final String ada = someone("ada");

    @Test
    void whoNeverReadsIsLetGo() {
        SocketIoClient deaf = SocketIoClient.signedIn(url.getPort(), ada);
        double before = closes();
        deaf.stopReading();
        try (Told told = new Told();
                SocketIoClient keen = SocketIoClient.signedIn(url.getPort(), ada)) {
            String message = "x".repeat(9_000);
            for (int i = 0; i < 60 && closes() == before; i++) {
                List<InvitationSnapshot> invitations = IntStream.range(0, 50)
                        .mapToObj(each -> told.invited("host", ada, message))
                        .toList();
                // At her pace: the other one alone falls behind.
                keen.event(
                        "invitation:received",
                        payload -> payload.path("invitation")
                                .path("id")
                                .asText()
                                .equals(invitations.getLast().id().toString()));
            }
            await().atMost(SOON).until(() -> closes() == before + 1);
            assertThat(keen.isOpen()).isTrue();
        }
        deaf.close();
    }

    @Test
    void whoSignsOutIsSentOutWithin2Seconds() {
        ObjectNode ofThatLogin = SocketIoClient.auth(ada);
        try (SocketIoClient client = SocketIoClient.signedIn(url.getPort(), ada)) {
            endSessions.of(new Logout(ada, "", Instant.now().plusSeconds(1)));
            await().atMost(Duration.ofSeconds(2)).until(client::isSentOut);
            assertThat(client.event("bye", any -> true).data().path("code").asInt())
                    .isEqualTo(4004);
            assertThat(client.closeCode(SOON)).isEqualTo(4004);
            try (SocketIoClient again = SocketIoClient.connect(url.getPort())) {
                again.signIn(ofThatLogin);
                assertThat(again.refusal().path("data").path("code").asInt()).isEqualTo(4004);
            }
        }
    }

    private double closes() {
        var counter = meters.find("convoke.gateway.closes")
                .tag("wire", "socketio")
                .tag("code", "4201")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void sessionsAreCountedByWire() {
        double before = sessions();
        try (SocketIoClient client = SocketIoClient.signedIn(url.getPort(), ada)) {
            assertThat(sessions()).isEqualTo(before + 1);
            client.raw("41");
            await().atMost(SOON).until(() -> sessions() == before);
        }
    }

    private double sessions() {
        var gauge =
                meters.find("convoke.gateway.sessions").tag("wire", "socketio").gauge();
        return gauge == null ? 0 : gauge.value();
    }

    @Test
    void aFloodIsToldAndThenClosed() {
        try (SocketIoClient client = SocketIoClient.signedIn(url.getPort(), ada)) {
            for (int i = 0; i < 400 && client.isOpen(); i++) {
                try {
                    client.emit("ack", GwClient.data().put("cur", "0.0.0"));
                } catch (RuntimeException closed) {
                    break;
                }
            }
            assertThat(client.closeCode(SOON)).isEqualTo(4102);
            assertThat(client.isSentOut()).isFalse();
            assertThat(client.event("error", any -> true).data().path("code").asInt())
                    .isEqualTo(111);
        }
    }

    @Test
    void whatIsTooLargeOrNoPacketClosesTheTransport() {
        for (String packet : List.of("42[\"sub\",\"" + "x".repeat(17_000) + "\"]", "4abc", "42{}", "451-[\"sub\"]x")) {
            try (SocketIoClient client = SocketIoClient.signedIn(url.getPort(), ada)) {
                client.raw(packet);
                assertThat(client.closeCode(SOON)).isEqualTo(4000);
            }
        }
    }
}
