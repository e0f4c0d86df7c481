package org.convoke.gateway.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.convoke.gateway.session.Resume;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamName;

/** What becomes of a command; each wire says it in its own words. */
public sealed interface Answer {

    /** Why not; empty where it was done. */
    default Optional<String> objection() {
        return switch (this) {
            case Malformed(String reason) -> Optional.of(reason);
            case Refused refused -> Optional.of(refused.message());
            case Done done -> Optional.empty();
            case Listening listening -> Optional.empty();
            case Watching watching -> Optional.empty();
            case Prolonged prolonged -> Optional.empty();
        };
    }

    record Done() implements Answer {}

    /** She hears the channel from now on. */
    record Listening(StreamName channel, Cursor top, Resume resume) implements Answer {}

    /** She hears of the presence in a group from now on. */
    record Watching(String channel) implements Answer {}

    record Prolonged(Instant until) implements Answer {}

    /** What was said makes no sense. */
    record Malformed(String reason) implements Answer {}

    /** @param after it may be repeated */
    record Refused(Refusal refusal, String message, Optional<Duration> after) implements Answer {

        public Refused(Refusal refusal, String message) {
            this(refusal, message, Optional.empty());
        }
    }
}
