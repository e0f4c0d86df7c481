package org.convoke.gateway.wire.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    /** Time enough to answer on a busy machine. */
    private static final EngineOptions SHORT = new EngineOptions(
            Duration.ofMillis(300),
            Duration.ofMillis(1_500),
            PlainServer.QUICK.upgradeTimeout(),
            PlainServer.QUICK.maxPayload(),
            PlainServer.QUICK.bounds());

    private static final Duration ALL = SHORT.pingInterval().plus(SHORT.pingTimeout());

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
    void whoPollsAndDoesNotAnswerIsGone() {
        PollingClient client = PollingClient.open(server.port());
        long opened = System.nanoTime();
        await().pollInterval(Duration.ofMillis(5)).until(() -> System.nanoTime() - opened >= ALL.toNanos());
        assertThat(client.poll().statusCode()).isEqualTo(400);
        assertThat(clients.reason()).isEqualTo(EngineClose.NO_PONG);
    }

    @Test
    void whoTakesThePingAndDoesNotAnswerIsToldTheEnd() {
        PollingClient client = PollingClient.open(server.port());
        assertThat(client.poll().body()).isEqualTo("2");
        assertThat(client.poll().body()).isEqualTo("1");
        assertThat(client.poll().statusCode()).isEqualTo(400);
        assertThat(clients.reason()).isEqualTo(EngineClose.NO_PONG);
    }

    /** Nothing runs on its loop before somebody says so. */
    @Test
    void aBusyThreadDoesNotGiveMoreTime() {
        EventLoop busy = new EmbeddedChannel().eventLoop();
        Heartbeat heartbeat = new Heartbeat(busy, SHORT, () -> {}, () -> {});
        heartbeat.start();
        long started = System.nanoTime();
        assertThat(heartbeat.isOver()).isFalse();
        await().pollInterval(Duration.ofMillis(5)).until(heartbeat::isOver);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(ALL.minusMillis(20), ALL.plusSeconds(5));
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

    @Test
    void whoHoldsAWebSocketAndDoesNotAnswerIsGone() {
        try (SocketClient client = SocketClient.open(server.port())) {
            long opened = System.nanoTime();
            assertThat(client.closeCode()).isEqualTo(EngineClose.NO_PONG.code());
            assertThat(Duration.ofNanos(System.nanoTime() - opened)).isGreaterThan(Duration.ofMillis(400));
        }
        assertThat(clients.reason()).isEqualTo(EngineClose.NO_PONG);
    }
}
