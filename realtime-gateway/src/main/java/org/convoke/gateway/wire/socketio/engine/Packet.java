package org.convoke.gateway.wire.socketio.engine;

/** What a client says. */
sealed interface Packet {

    record Text(String text) implements Packet {}

    record Binary(byte[] bytes) implements Packet {}

    record Pong() implements Packet {}

    record Close() implements Packet {}

    record Noop() implements Packet {}

    /** A WebSocket would take over. */
    record Probe() implements Packet {}

    /** The WebSocket takes over. */
    record Upgrade() implements Packet {}

    record Malformed() implements Packet {}

    static Packet of(String packet) {
        String content = packet.isEmpty() ? "" : packet.substring(1);
        return switch (packet.isEmpty() ? '?' : packet.charAt(0)) {
            case '1' -> new Close();
            // The only ping that a client sends: since revision 4 it is the server that asks.
            case '2' -> content.equals("probe") ? new Probe() : new Malformed();
            case '3' -> new Pong();
            case '4' -> new Text(content);
            case '5' -> new Upgrade();
            case '6' -> new Noop();
            default -> new Malformed();
        };
    }
}
