package org.convoke.gateway.wire.socketio.engine;

import org.convoke.gateway.wire.TextFrame;

/** What a server says, by the first character of the packet. */
enum PacketType {
    OPEN('0'),
    CLOSE('1'),
    PING('2'),
    PONG('3'),
    MESSAGE('4'),
    NOOP('6');

    private final char symbol;
    private final byte[] first;
    private final TextFrame alone;

    PacketType(char symbol) {
        this.symbol = symbol;
        this.first = new byte[] {(byte) symbol};
        this.alone = with("");
    }

    TextFrame with(String content) {
        return TextFrame.of(symbol + content);
    }

    /** In UTF-8. */
    TextFrame with(byte[] start, byte[] middle, byte[] end) {
        return TextFrame.of(first, start, middle, end);
    }

    /** Without content. */
    TextFrame alone() {
        return alone;
    }
}
