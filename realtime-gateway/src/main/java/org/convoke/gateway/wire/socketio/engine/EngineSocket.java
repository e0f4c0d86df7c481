package org.convoke.gateway.wire.socketio.engine;

import java.util.List;

/** One client, whatever carries its packets; every method may be called from any thread and none waits. */
public interface EngineSocket {

    /** Unguessable: whoever knows it may speak for the client. */
    String id();

    /** @return false when too much waits already; the message is dropped */
    default boolean send(EngineMessage message) {
        return send(List.of(message));
    }

    /**
     * Sends the messages with nothing in between.
     *
     * @return false when too much waits already; all of them are dropped
     */
    boolean send(List<? extends EngineMessage> messages);

    /** Drops all that is not under way. */
    void forget();

    /** Runs {@code next} once all that was sent before has left; never, if the connection ends before. */
    void whenDrained(Runnable next);

    /** Messages that wait. */
    int queued();

    /**
     * Ends the connection behind what waits: a WebSocket with a close frame, polling with a close packet; whoever does not
     * take that within 3 s is cut off. The listener hears of it at once, and nothing is received any more.
     */
    void close(EngineClose reason);
}
