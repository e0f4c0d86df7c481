package org.convoke.gateway.wire.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.convoke.gateway.SideBySide.Story;
import org.jspecify.annotations.Nullable;

/** A client that does not answer, or does not take what is sent. */
final class Unresponsive implements AutoCloseable {

    private static final EngineOptions SHORT = HeartbeatTest.SHORT;

    private static final Duration ALL = SHORT.pingInterval().plus(SHORT.pingTimeout());

    private final Clients clients = new Clients();
    private @Nullable PlainServer server;

    private void serve(EngineOptions options) {
        server = PlainServer.serving(clients, options);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    @Story
    void whoPollsAndDoesNotAnswerIsGone() {
        serve(SHORT);
        PollingClient client = PollingClient.open(server.port());
        long opened = System.nanoTime();
        await().pollInterval(Duration.ofMillis(5)).until(() -> System.nanoTime() - opened >= ALL.toNanos());
        assertThat(client.poll().statusCode()).isEqualTo(400);
        assertThat(clients.reason()).isEqualTo(EngineClose.NO_PONG);
    }

    @Story
    void whoTakesThePingAndDoesNotAnswerIsToldTheEnd() {
        serve(SHORT);
        PollingClient client = PollingClient.open(server.port());
        assertThat(client.poll().body()).isEqualTo("2");
        assertThat(client.poll().body()).isEqualTo("1");
        assertThat(client.poll().statusCode()).isEqualTo(400);
        assertThat(clients.reason()).isEqualTo(EngineClose.NO_PONG);
    }

    /** Nothing runs on its loop before somebody says so. */
    @Story
    void aBusyThreadDoesNotGiveMoreTime() {
        EventLoop busy = new EmbeddedChannel().eventLoop();
        Heartbeat heartbeat = new Heartbeat(busy, SHORT, () -> {}, () -> {});
        heartbeat.start();
        long started = System.nanoTime();
        assertThat(heartbeat.isOver()).isFalse();
        await().pollInterval(Duration.ofMillis(5)).until(heartbeat::isOver);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(ALL.minusMillis(20), ALL.plusSeconds(5));
    }

    @Story
    void whoHoldsAWebSocketAndDoesNotAnswerIsGone() {
        serve(SHORT);
        try (SocketClient client = SocketClient.open(server.port())) {
            long opened = System.nanoTime();
            assertThat(client.closeCode()).isEqualTo(EngineClose.NO_PONG.code());
            assertThat(Duration.ofNanos(System.nanoTime() - opened)).isGreaterThan(Duration.ofMillis(400));
        }
        assertThat(clients.reason()).isEqualTo(EngineClose.NO_PONG);
    }

    @Story
    void whoDoesNotTakeTheEndIsCutOff() {
        serve(PlainServer.PATIENT);
        PollingClient client = PollingClient.open(server.port());
        clients.socket().close(new EngineClose(4200, "going away"));
        await().until(() -> server.engine().sockets().isEmpty());
        HttpResponse<String> answer = client.poll();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":1");
    }

    @Story
    void whoDoesNotReadIsBoundedInBytes() throws Exception {
        serve(BoundsTest.STRICT);
        try (RawSocketClient deaf = RawSocketClient.open(server.port())) {
            EngineSocket socket = clients.socket();
            EngineMessage large = EngineMessage.of("x".repeat(32 * 1024));
            // What fits on the way has to be on its way first.
            await().until(() -> accepted(socket, large) == 0);
            assertThat(socket.queued()).isLessThanOrEqualTo(32);
            CompletableFuture<Void> drained = new CompletableFuture<>();
            socket.whenDrained(() -> drained.complete(null));
            socket.forget();
            assertThat(socket.queued()).isZero();
            long asked = System.nanoTime();
            socket.close(new EngineClose(4201, "too slow"));
            await().until(() -> server.engine().sockets().isEmpty());
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
            assertThat(clients.reason()).isEqualTo(new EngineClose(4201, "too slow"));
            assertThat(drained).isNotDone();
        }
    }

    private static int accepted(EngineSocket socket, EngineMessage message) {
        int accepted = 0;
        while (socket.send(message)) {
            accepted++;
        }
        return accepted;
    }
}
