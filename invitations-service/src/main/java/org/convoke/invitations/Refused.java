package org.convoke.invitations;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule says no. It is an answer and no failure: it has no stack trace. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Map<String, Object> members;
    private final @Nullable Duration retryAfter;

    public Refused(Refusal refusal) {
        this(refusal, Map.of());
    }

    /** @param members what the problem says besides, for a program to read */
    public Refused(Refusal refusal, Map<String, Object> members) {
        this(refusal, members, null);
    }

    /** @param retryAfter how long the rule will say no */
    public Refused(Refusal refusal, Duration retryAfter) {
        this(refusal, Map.of(), retryAfter);
    }

    private Refused(Refusal refusal, Map<String, Object> members, @Nullable Duration retryAfter) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.members = members;
        this.retryAfter = retryAfter;
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, Object> members() {
        return members;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
