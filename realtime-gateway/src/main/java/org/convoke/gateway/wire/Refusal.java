package org.convoke.gateway.wire;

/** Why a client does not get what it asked for, by the same number on every wire. */
public enum Refusal {
    INTERNAL(100, true),
    UNAUTHORIZED(101, false),
    UNKNOWN_CHANNEL(102, false),
    FORBIDDEN(103, false),
    ALREADY_SUBSCRIBED(105, false),
    LIMIT(106, false),
    BAD_REQUEST(107, false),
    TOKEN_EXPIRED(109, false),
    RATE(111, true),
    TOO_LARGE(113, false);

    private final int code;
    private final boolean mayBeRepeated;

    Refusal(int code, boolean mayBeRepeated) {
        this.code = code;
        this.mayBeRepeated = mayBeRepeated;
    }

    public int code() {
        return code;
    }

    /** Whether the same may succeed later. */
    public boolean mayBeRepeated() {
        return mayBeRepeated;
    }
}
