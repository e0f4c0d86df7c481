package org.convoke.gateway.wire;

import java.util.Optional;
import java.util.Set;
import org.convoke.gateway.live.Activity;
import org.convoke.gateway.presence.Choice;

/** What a signed-in client asks for, on whichever wire. */
public sealed interface Command {

    record Refresh(String token) implements Command {}

    record Ack(String cursor) implements Command {}

    record Sub(String channel, Optional<String> cursor) implements Command {}

    record Unsub(String channel) implements Command {}

    record Live(String group, Activity.Kind kind) implements Command {}

    /** How she wants to appear, whom she watches from now on, or both. */
    record Presence(Optional<Choice> set, Optional<Set<String>> watch) implements Command {}

    /** What a client says by itself, while nobody is there, is no sign of the person. */
    default boolean isOfThePerson() {
        return switch (this) {
            case Ack ack -> false;
            case Refresh refresh -> false;
            case Sub sub -> true;
            case Unsub unsub -> true;
            case Live live -> true;
            case Presence presence -> true;
        };
    }
}
