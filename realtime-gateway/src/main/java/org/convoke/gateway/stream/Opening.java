package org.convoke.gateway.stream;

import java.util.List;

/** How a reader comes to a stream. */
public sealed interface Opening {

    /** Live from the newest entry on. */
    record AtTop() implements Opening {}

    /** Behind the entry at which she joined the group, so that nothing since then is missing. */
    record SinceJoining() implements Opening {}

    /** The same, or a reset where some of that is gone. */
    record AllSinceJoining() implements Opening {}

    /** Behind a position that she holds. */
    record Behind(Cursor cursor) implements Opening {}

    /** Her inbox behind what the device acknowledged; a device never seen gets the newest 300 unseen. */
    record OfDevice(String device) implements Opening {}

    default List<String> arguments() {
        return switch (this) {
            case AtTop top -> List.of("top");
            case SinceJoining joining -> List.of("joined");
            case AllSinceJoining joining -> List.of("all");
            case Behind(Cursor at) -> List.of("at", at.epoch(), Long.toString(at.seq()), at.hash());
            case OfDevice(String device) -> List.of("inbox", device);
        };
    }
}
