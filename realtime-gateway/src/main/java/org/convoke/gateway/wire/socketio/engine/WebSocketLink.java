package org.convoke.gateway.wire.socketio.engine;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import org.convoke.gateway.wire.Line;
import org.jboss.logging.Logger;

/** A WebSocket whose packets are handed to the event loop of a session, in the order in which they come. */
final class WebSocketLink {

    private static final Logger LOG = Logger.getLogger(WebSocketLink.class);
    private static final int BYTES_OF_A_CHAR = 3;

    /** Who hears what comes; on the event loop of the session. */
    interface Receiver {

        void received(Packet packet);

        void lost(EngineClose reason);
    }

    /** Hears nothing of what a client still says that is being sent away. */
    static final Receiver NOBODY = new Receiver() {
        @Override
        public void received(Packet packet) {}

        @Override
        public void lost(EngineClose reason) {}
    };

    private final ServerWebSocket socket;
    private final Line line;
    private final EventLoop home;
    private final int maxPayload;
    private Receiver receiver = NOBODY;

    WebSocketLink(ServerWebSocket socket, Line line, EventLoop home, int maxPayload) {
        this.socket = socket;
        this.line = line;
        this.home = home;
        this.maxPayload = maxPayload;
    }

    /** On the WebSocket's own thread, before anything else happens on it. */
    void open() {
        socket.textMessageHandler(this::received);
        socket.binaryMessageHandler(this::received);
        socket.exceptionHandler(this::failed);
        socket.closeHandler(closed -> run(() -> receiver.lost(whyClosed())));
    }

    private void received(String text) {
        if (text.length() * BYTES_OF_A_CHAR > maxPayload && ByteBufUtil.utf8Bytes(text) > maxPayload) {
            close(EngineClose.TOO_LARGE);
        } else {
            run(() -> receiver.received(Packet.of(text)));
        }
    }

    private void received(Buffer bytes) {
        if (bytes.length() > maxPayload) {
            close(EngineClose.TOO_LARGE);
        } else {
            run(() -> receiver.received(new Packet.Binary(bytes.getBytes())));
        }
    }

    /** A message over the limit that came in pieces; one that came whole ends with 1009 by itself. */
    private void failed(Throwable failure) {
        LOG.debugf("A WebSocket failed: %s", failure);
        if (failure instanceof IllegalStateException) {
            close(EngineClose.TOO_LARGE);
        }
    }

    private EngineClose whyClosed() {
        Short code = socket.closeStatusCode();
        return code == null || code == EngineClose.LOST.code()
                ? EngineClose.LOST
                : new EngineClose(code, socket.closeReason() == null ? "" : socket.closeReason());
    }

    /** From now on, on the event loop of the session. */
    void handTo(Receiver next) {
        receiver = next;
    }

    Line line() {
        return line;
    }

    void close(EngineClose reason) {
        socket.close((short) reason.code(), reason.reason())
                .onFailure(failure -> LOG.debugf("Not closed, it is cut: %s", failure));
    }

    private void run(Runnable task) {
        if (home.inEventLoop()) {
            task.run();
        } else {
            home.execute(task);
        }
    }
}
