package org.convoke.gateway.wire.socketio.protocol;

/** The first digit of a packet. */
enum PacketType {
    CONNECT,
    DISCONNECT,
    EVENT,
    ACK,
    CONNECT_ERROR,
    BINARY_EVENT,
    BINARY_ACK;

    static PacketType of(char digit) throws BadPacket {
        int number = digit - '0';
        if (number < 0 || number >= values().length) {
            throw new BadPacket("there is no such type of packet");
        }
        return values()[number];
    }

    char digit() {
        return (char) ('0' + ordinal());
    }

    boolean hasAttachments() {
        return this == BINARY_EVENT || this == BINARY_ACK;
    }
}
