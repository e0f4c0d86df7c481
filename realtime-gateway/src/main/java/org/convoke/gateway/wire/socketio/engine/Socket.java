package org.convoke.gateway.wire.socketio.engine;

import org.convoke.gateway.wire.Outbound;

/** A session that has its WebSocket. */
record Socket(WebSocketLink link) implements Transport {

    @Override
    public void end(Outbound outbound, EngineClose reason) {
        outbound.close(() -> link.close(reason));
    }

    @Override
    public void abort(Outbound outbound, EngineClose reason) {
        end(outbound, reason);
    }

    @Override
    public void cut() {
        link.line().cut();
    }
}
