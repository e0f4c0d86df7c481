package org.convoke.gateway.wire.socketio.protocol;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.convoke.gateway.wire.socketio.engine.EngineApplication;
import org.convoke.gateway.wire.socketio.engine.EngineHandshake;
import org.convoke.gateway.wire.socketio.engine.EngineListener;
import org.convoke.gateway.wire.socketio.engine.EngineSocket;

/** Speaks Socket.IO with the clients of an engine. */
public final class SocketServer implements EngineApplication {

    private final Application application;
    private final Vertx vertx;
    private final Limits limits;

    public SocketServer(Application application, Vertx vertx, Limits limits) {
        this.application = application;
        this.vertx = vertx;
        this.limits = limits;
    }

    /**
     * What is borne with a client.
     *
     * @param connectTimeout how long it may be in no namespace
     * @param packetBytes of a packet's text, and of all its attachments
     */
    public record Limits(Duration connectTimeout, int packetBytes) {}

    @Override
    public EngineListener opened(EngineSocket socket, EngineHandshake handshake) {
        return new Connection(socket, application, new Decoder(limits.packetBytes()), this::timer);
    }

    private Connection.Timer timer(Runnable task) {
        long timer = vertx.setTimer(limits.connectTimeout().toMillis(), fired -> task.run());
        return () -> vertx.cancelTimer(timer);
    }
}
