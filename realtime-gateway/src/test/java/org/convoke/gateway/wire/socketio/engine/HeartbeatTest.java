package org.convoke.gateway.wire.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    /** Time enough to answer on a busy machine. */
    static final EngineOptions SHORT = new EngineOptions(
            Duration.ofMillis(300),
            Duration.ofMillis(1_500),
            PlainServer.QUICK.upgradeTimeout(),
            PlainServer.QUICK.maxPayload(),
            PlainServer.QUICK.bounds());

    private final Clients clients = new Clients();
    private PlainServer server;

    @BeforeEach
    void start() {
        server = PlainServer.serving(clients, SHORT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoPollsIsAskedAndAnswers() {
        PollingClient client = PollingClient.open(server.port());
        for (int i = 0; i < 3; i++) {
            long asked = System.nanoTime();
            assertThat(client.poll().body()).isEqualTo("2");
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(200));
            assertThat(client.post("3").body()).isEqualTo("ok");
        }
    }

    @Test
    void whoHoldsAWebSocketIsAskedAndAnswers() {
        try (SocketClient client = SocketClient.open(server.port())) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.text()).isEqualTo("2");
                client.say("3");
            }
            assertThat(client.isOpen()).isTrue();
        }
    }
}
