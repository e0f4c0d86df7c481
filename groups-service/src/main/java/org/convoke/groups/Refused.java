package org.convoke.groups;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule says no; nothing has changed. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final @Nullable String state;

    public Refused(Refusal refusal) {
        this(refusal, null);
    }

    /** @param state what has become of the thing that was to be changed */
    public Refused(Refusal refusal, @Nullable String state) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.state = state;
    }

    public Refusal refusal() {
        return refusal;
    }

    public Optional<String> state() {
        return Optional.ofNullable(state);
    }
}
