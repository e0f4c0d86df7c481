package org.convoke.gateway.wire.socketio.engine;

import io.vertx.core.json.JsonObject;

/** Why a request is not served, in the numbers and words that clients of the original know. */
enum Refusal {
    UNKNOWN_TRANSPORT(0, "Transport unknown"),
    UNKNOWN_SID(1, "Session ID unknown"),
    BAD_HANDSHAKE_METHOD(2, "Bad handshake method"),
    BAD_REQUEST(3, "Bad request"),
    FORBIDDEN(4, "Forbidden"),
    UNSUPPORTED_PROTOCOL_VERSION(5, "Unsupported protocol version");

    private final int code;
    private final String message;

    Refusal(int code, String message) {
        this.code = code;
        this.message = message;
    }

    int status() {
        return this == FORBIDDEN ? 403 : 400;
    }

    String body() {
        return new JsonObject().put("code", code).put("message", message).encode();
    }
}
