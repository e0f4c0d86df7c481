package org.convoke.gateway.wire.gw;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convoke.gateway.live.Activity;
import org.convoke.gateway.presence.Choice;
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
    /** How she wants to appear, whom she watches from now on, or both. */
    record Presence(Optional<Choice> set, Optional<Set<String>> watch) implements ClientFrame {}

    record Ping() implements ClientFrame {}

    record Pong() implements ClientFrame {}

    /** A frame with the id that the client gave it, 0 for none. */
    record Numbered(long id, ClientFrame frame) {}
}
