package org.convoke.gateway.wire.socketio.protocol;

/** What a client sent is no packet, or none that may come now; its connection ends. */
final class BadPacket extends Exception {

    private static final long serialVersionUID = 1L;

    BadPacket(String reason) {
        super(reason);
    }
}
