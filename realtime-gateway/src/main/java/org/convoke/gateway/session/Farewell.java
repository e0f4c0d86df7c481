package org.convoke.gateway.session;

import java.time.Duration;

/**
 * Why a connection ends, as a WebSocket close code that says what to do: 40xx stop, 41xx reconnect with backoff, 42xx
 * reconnect and resume after {@code after}.
 */
public record Farewell(int code, String reason, Duration after) {

    /** RFC 6455, section 7.4.1. */
    public static final Farewell BINARY = stop(1003, "text frames only");

    public static final Farewell BAD_FRAMES = stop(4000, "too many frames that are not understood");
    public static final Farewell AUTH_FAILED = stop(4001, "not signed in");
    public static final Farewell IDENTITY_CHANGED = stop(4003, "the token is of another person");
    public static final Farewell REVOKED = stop(4004, "the account is gone");
    public static final Farewell SIGNED_OUT = stop(4004, "signed out");
    public static final Farewell TOO_MANY_SESSIONS = stop(4005, "too many sessions");
    public static final Farewell TOKEN_EXPIRED = resume(4100, "the token has expired");
    public static final Farewell TOO_FAST = resume(4102, "too many frames at once");
    public static final Farewell INTERNAL = resume(4103, "internal error");
    public static final Farewell SLOW_CONSUMER = resume(4201, "too slow to take the events");
    public static final Farewell NO_PONG = resume(4202, "no sign of life");
    public static final Farewell POSITION_LOST = resume(4203, "the position in a stream was lost");

    /** Two living clients that call themselves the same device take turns slowly. */
    public static final Farewell REPLACED =
            new Farewell(4204, "the same device has connected again", Duration.ofSeconds(10));

    /** The pod is going away. */
    public static Farewell drain(Duration after) {
        return new Farewell(4200, "going away", after);
    }

    private static Farewell stop(int code, String reason) {
        return new Farewell(code, reason, Duration.ZERO);
    }

    private static Farewell resume(int code, String reason) {
        return new Farewell(code, reason, Duration.ZERO);
    }
}
