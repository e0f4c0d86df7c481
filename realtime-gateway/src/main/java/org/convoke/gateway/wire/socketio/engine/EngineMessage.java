package org.convoke.gateway.wire.socketio.engine;

import org.convoke.gateway.wire.BinaryFrame;
import org.convoke.gateway.wire.Frame;
import org.convoke.gateway.wire.TextFrame;

/** What an application sends: encoded once, whoever is told and however it gets there. */
public sealed interface EngineMessage {

    static EngineMessage of(String text) {
        return new Text(PacketType.MESSAGE.with(text));
    }

    /** A text whose parts, in UTF-8, may be shared with other messages. */
    static EngineMessage joined(byte[] start, byte[] middle, byte[] end) {
        return new Text(PacketType.MESSAGE.with(start, middle, end));
    }

    static EngineMessage of(byte[] bytes) {
        return new Binary(BinaryFrame.of(bytes));
    }

    /** As it goes over a WebSocket. */
    Frame frame();

    /** @param frame the packet, its type first */
    record Text(TextFrame frame) implements EngineMessage {}

    record Binary(BinaryFrame frame) implements EngineMessage {}
}
