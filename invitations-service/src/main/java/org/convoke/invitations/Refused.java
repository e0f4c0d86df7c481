package org.convoke.invitations;

import java.util.Map;

/** A rule says no. It is an answer and no failure: it has no stack trace. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Map<String, Object> members;

    public Refused(Refusal refusal) {
        this(refusal, Map.of());
    }

    /** @param members what the problem says besides, for a program to read */
    public Refused(Refusal refusal, Map<String, Object> members) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.members = members;
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, Object> members() {
        return members;
    }
}
