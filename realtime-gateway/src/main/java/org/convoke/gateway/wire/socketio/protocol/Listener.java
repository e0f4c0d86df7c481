package org.convoke.gateway.wire.socketio.protocol;

import java.time.Duration;
import org.convoke.gateway.wire.socketio.engine.EngineClose;

/** What is heard of one client in one namespace, in order, on its connection's own thread. */
public interface Listener {

    /** Only of a client that was let in. */
    void said(Event event);

    /** The client was let in and speaks too fast: not all that it says is heard. */
    default void dropped(Duration after) {}

    /** The last that is heard, whoever ended it; once. */
    void gone(EngineClose reason);
}
