package org.convoke.gateway.wire.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundsTest {

    private static final int BURST = 60;
    static final EngineOptions STRICT = new EngineOptions(
            Duration.ofSeconds(25),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            65_536,
            new EngineOptions.Bounds(512, 1 << 20, 20, BURST));

    private final Clients clients = new Clients();
    private PlainServer server;

    @BeforeEach
    void start() {
        server = PlainServer.serving(clients, STRICT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatComesTooFastIsDroppedAndSaidOnce() {
        PollingClient client = PollingClient.open(server.port());
        assertThat(client.post(packets(BURST + 30)).statusCode()).isEqualTo(200);
        assertThat(clients.heard()).hasSizeBetween(BURST, BURST + 5);
        assertThat(clients.dropped()).hasSize(1);
        assertThat(clients.dropped().getFirst()).isPositive().isLessThan(Duration.ofSeconds(1));
        assertThat(clients.reason()).isNull();
    }

    @Test
    void whoGoesOnAndOnIsSentAway() {
        PollingClient client = PollingClient.open(server.port());
        client.post(packets(2 * BURST + 20));
        assertThat(clients.reason()).isEqualTo(EngineClose.TOO_FAST);
        assertThat(client.poll().statusCode()).isEqualTo(400);
        assertThat(clients.heard()).hasSizeBetween(BURST, BURST + 5);
    }

    @Test
    void aWebSocketIsCountedAlike() {
        try (SocketClient client = SocketClient.open(server.port())) {
            client.flood("4hello", 2 * BURST + 40);
            assertThat(client.closeCode()).isEqualTo(EngineClose.TOO_FAST.code());
        }
        assertThat(clients.heard().size()).isLessThan(BURST + 30);
    }

    private static String packets(int count) {
        return String.join("\u001e", Collections.nCopies(count, "4hello"));
    }

    @Test
    void whatBelongsTogetherIsSentWholeOrNotAtAll() {
        PollingClient client = PollingClient.open(server.port());
        EngineSocket socket = clients.socket();
        for (int i = 0; i < 511; i++) {
            assertThat(socket.send(EngineMessage.of("x"))).isTrue();
        }
        assertThat(socket.send(List.of(EngineMessage.of("event"), EngineMessage.of(new byte[] {1}))))
                .isFalse();
        assertThat(socket.send(EngineMessage.of("y"))).isTrue();
        assertThat(client.poll().body()).doesNotContain("event").endsWith("4x\u001e4y");
    }
}
