package org.convoke.gateway.wire.socketio.engine;

import org.convoke.gateway.wire.Outbound;

/** How the packets of a session come and go just now; on the session's event loop. */
sealed interface Transport permits Polling, Socket {

    /** Says the end behind what waits. */
    void end(Outbound outbound, EngineClose reason);

    /** Says the end to whoever has broken the rules; what waits may be lost. */
    void abort(Outbound outbound, EngineClose reason);

    /** Ends it, whatever waits. */
    void cut();
}
