package org.convoke.gateway.wire.socketio.engine;

import java.time.Duration;

/** What an application hears of one client, in order, on the event loop of that client. */
public interface EngineListener {

    void received(String text);

    void received(byte[] bytes);

    /**
     * The client speaks too fast: messages were dropped, and more may be. Told once until one is taken again.
     *
     * @param after how long the client had better wait
     */
    default void dropped(Duration after) {}

    /** The last that is heard of the client, whoever ended it; once. */
    void closed(EngineClose reason);
}
