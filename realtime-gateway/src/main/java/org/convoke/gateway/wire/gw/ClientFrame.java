package org.convoke.gateway.wire.gw;

import org.convoke.gateway.wire.Command;
import org.convoke.gateway.wire.Credentials;

/** What a client says in gw.v1. */
sealed interface ClientFrame {

    record Auth(Credentials credentials) implements ClientFrame {}

    record Ask(Command command) implements ClientFrame {}

    record Ping() implements ClientFrame {}

    record Pong() implements ClientFrame {}

    /** A frame with the id that the client gave it, 0 for none. */
    record Numbered(long id, ClientFrame frame) {}
}
