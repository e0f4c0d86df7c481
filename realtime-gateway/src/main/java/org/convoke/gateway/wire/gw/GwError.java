package org.convoke.gateway.wire.gw;

/** The error codes of gw.v1. */
enum GwError {
    INTERNAL(100, true),
    UNAUTHORIZED(101, false),
    UNKNOWN_CHANNEL(102, false),
    FORBIDDEN(103, false),
    ALREADY_SUBSCRIBED(105, false),
    LIMIT(106, false),
    BAD_REQUEST(107, false),
    TOO_LARGE(113, false);

    private final int code;
    private final boolean mayBeRepeated;

    GwError(int code, boolean mayBeRepeated) {
        this.code = code;
        this.mayBeRepeated = mayBeRepeated;
    }

    int code() {
        return code;
    }

    /** Whether the same frame may succeed later. */
    boolean mayBeRepeated() {
        return mayBeRepeated;
    }
}
