package org.convoke.gateway.wire.gw;

import java.util.Map;
import java.util.Optional;
import org.convoke.gateway.live.Activity;
import org.jspecify.annotations.Nullable;

/** What a client says in gw.v1. */
sealed interface ClientFrame {

    record Auth(String token, @Nullable String device, Optional<String> cursor, Map<String, String> channels)
            implements ClientFrame {}

    record Refresh(String token) implements ClientFrame {}

    record Ack(String cursor) implements ClientFrame {}

    record Sub(String channel, Optional<String> cursor) implements ClientFrame {}

    record Unsub(String channel) implements ClientFrame {}

    record Live(String group, Activity.Kind kind) implements ClientFrame {}

    record Ping() implements ClientFrame {}

    record Pong() implements ClientFrame {}

    /** A frame with the id that the client gave it, 0 for none. */
    record Numbered(long id, ClientFrame frame) {}
}
