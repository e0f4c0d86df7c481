package org.convoke.gateway.wire.socketio;

import java.time.Duration;
import org.convoke.gateway.wire.WireMetrics;
import org.convoke.gateway.wire.socketio.engine.EngineApplication;
import org.convoke.gateway.wire.socketio.engine.EngineClose;
import org.convoke.gateway.wire.socketio.engine.EngineHandshake;
import org.convoke.gateway.wire.socketio.engine.EngineListener;
import org.convoke.gateway.wire.socketio.engine.EngineSocket;

/** An application whose connections are counted as they end. */
record Counted(EngineApplication application, WireMetrics metrics) implements EngineApplication {

    @Override
    public EngineListener opened(EngineSocket socket, EngineHandshake handshake) {
        return new CountedListener(application.opened(socket, handshake), metrics);
    }

    private record CountedListener(EngineListener listener, WireMetrics metrics) implements EngineListener {

        @Override
        public void received(String text) {
            listener.received(text);
        }

        @Override
        public void received(byte[] bytes) {
            listener.received(bytes);
        }

        @Override
        public void dropped(Duration after) {
            listener.dropped(after);
        }

        @Override
        public void closed(EngineClose reason) {
            metrics.closed(SocketIoDoor.WIRE, reason.code());
            listener.closed(reason);
        }
    }
}
