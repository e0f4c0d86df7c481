package org.convoke.gateway.wire.socketio.protocol;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.convoke.gateway.wire.socketio.engine.PlainServer;

/** Serves the echoes that the tests of both protocols expect: Socket.IO and, beside it, Engine.IO alone. */
public final class EchoServer implements AutoCloseable {

    private static final int PORT = 3000;
    private static final SocketServer.Limits QUICK = new SocketServer.Limits(Duration.ofSeconds(1), 1_000_000);

    private final Vertx timers = Vertx.vertx();
    private final PlainServer server;

    /** Clients of the test-suite look at one message at a time: one that came along with another they miss. */
    private static final Duration APART = Duration.ofMillis(20);

    private EchoServer(int port) {
        server = PlainServer.serving(
                        new SocketServer(new Echo(this::later), timers, QUICK), PlainServer.QUICK, port, "/socket.io/")
                .and(new org.convoke.gateway.wire.socketio.engine.Echo(), "/engine.io/");
    }

    private void later(Runnable task) {
        timers.setTimer(APART.toMillis(), timer -> task.run());
    }

    public static void main(String... ignored) {
        new EchoServer(PORT);
    }

    static EchoServer anywhere() {
        return new EchoServer(0);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        timers.close();
    }
}
