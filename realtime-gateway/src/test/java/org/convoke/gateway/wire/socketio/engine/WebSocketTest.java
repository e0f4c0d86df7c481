package org.convoke.gateway.wire.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketTest {

    private final Clients clients = new Clients();
    private PlainServer server;
    private SocketClient client;

    @BeforeEach
    void start() {
        server = PlainServer.serving(clients, PlainServer.PATIENT);
        client = SocketClient.open(server.port());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void whatIsSaidComesBack() {
        assertThat(client.say("4hello").text()).isEqualTo("4hello");
        assertThat(client.say("4é€😀").text()).isEqualTo("4é€😀");
        assertThat(client.say(new byte[] {1, 2, 3, 4}).bytes()).containsExactly(1, 2, 3, 4);
        assertThat(client.say("4" + "x".repeat(60_000)).text()).hasSize(60_001);
    }

    @Test
    void textAndBytesKeepTheirOrder() {
        clients.socket()
                .send(List.of(EngineMessage.of("two"), EngineMessage.of(new byte[] {1}), EngineMessage.of("three")));
        assertThat(client.text()).isEqualTo("4two");
        assertThat(client.bytes()).containsExactly(1);
        assertThat(client.text()).isEqualTo("4three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "2", "2probe", "5", "0{}"})
    void whatIsNoPacketEndsIt(String packet) {
        client.say(packet);
        assertThat(client.closeCode()).isEqualTo(4000);
        assertThat(clients.reason()).isEqualTo(EngineClose.BAD_PACKET);
        isGone();
    }

    @Test
    void aClientMayLeave() {
        client.say("1");
        assertThat(client.closeCode()).isEqualTo(1000);
        assertThat(clients.reason()).isEqualTo(EngineClose.BY_CLIENT);
        isGone();
    }

    @Test
    void aClientThatIsCutOffIsLost() {
        client.cut();
        await().untilAsserted(() -> assertThat(clients.reason()).isEqualTo(EngineClose.LOST));
        isGone();
    }

    @Test
    void aMessageOverTheLimitEndsIt() {
        client.say("4" + "x".repeat(65_536));
        assertThat(client.closeCode()).isEqualTo(1009);
        isGone();
    }

    @Test
    void theApplicationEndsItBehindWhatWaits() {
        IntStream.range(0, 100).forEach(i -> clients.socket().send(EngineMessage.of("" + i)));
        clients.socket().close(new EngineClose(4200, "going away"));
        clients.socket().send(EngineMessage.of("too late"));
        assertThat(client.texts(100))
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "4" + i).toList());
        assertThat(client.closeCode()).isEqualTo(4200);
        assertThat(client.hasHeardNothingMore()).isTrue();
        assertThat(clients.reason()).isEqualTo(new EngineClose(4200, "going away"));
        isGone();
    }

    @Test
    void aSessionWithAWebSocketIsNotPolled() {
        var answer = PollingClient.of(server.port(), clients.socket().id()).poll();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":3");
        assertThat(client.say("4hello").text()).isEqualTo("4hello");
    }

    @Test
    void aSessionHasOneWebSocket() {
        try (SocketClient second =
                SocketClient.upgrade(server.port(), clients.socket().id())) {
            assertThat(second.closeCode()).isEqualTo(1008);
        }
        assertThat(client.say("4hello").text()).isEqualTo("4hello");
    }

    private void isGone() {
        await().until(() -> server.engine().sockets().isEmpty());
    }
}
