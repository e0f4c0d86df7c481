package org.convoke.gateway.wire.socketio.engine;

/**
 * Why a connection ends.
 *
 * @param code as of a WebSocket's close frame (RFC 6455, section 7.4, and ours from 4000 on), over polling too
 */
public record EngineClose(int code, String reason) {

    /** The client said so. */
    public static final EngineClose BY_CLIENT = new EngineClose(1000, "closed by the client");

    /** The line was cut. */
    public static final EngineClose LOST = new EngineClose(1006, "the connection is lost");

    public static final EngineClose ONE_SOCKET = new EngineClose(1008, "a session has one WebSocket");
    public static final EngineClose TOO_LARGE = new EngineClose(1009, "a payload over the limit");
    public static final EngineClose BAD_PACKET = new EngineClose(4000, "a packet that is not understood");
    public static final EngineClose TOO_FAST = new EngineClose(4102, "too many packets at once");
    public static final EngineClose INTERNAL = new EngineClose(4103, "internal error");
    public static final EngineClose NO_PONG = new EngineClose(4202, "no sign of life");
}
