package org.convoke.gateway.session;

/** How a stream goes on for a client. */
public sealed interface Resume {

    /** Nothing was missed, or nothing is known of what was: live from here. */
    record None() implements Resume {}

    /** The missed events follow. */
    record Replay() implements Resume {}

    /** The position is none: the client has to fetch its state over REST. */
    record Reset(String reason) implements Resume {}
}
