package org.convoke.gateway.wire.socketio.engine;

/** The first character of a text packet. */
enum PacketType {
    OPEN('0'),
    CLOSE('1'),
    PING('2'),
    PONG('3'),
    MESSAGE('4'),
    UPGRADE('5'),
    NOOP('6');

    private final char symbol;

    PacketType(char symbol) {
        this.symbol = symbol;
    }

    char symbol() {
        return symbol;
    }
}
