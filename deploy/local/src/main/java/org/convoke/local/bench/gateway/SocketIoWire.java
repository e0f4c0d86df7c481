package org.convoke.local.bench.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.util.List;

/** Socket.IO over a WebSocket from the start; of its frames the types of both protocols are read, which stand in front. */
record SocketIoWire(int port, List<String> tokens) implements Wire {

    private static final char OPEN = '0';
    private static final char PING = '2';
    private static final char CONNECTED = '0';
    private static final char EVENT = '2';
    private static final Step PONG = new Step.Answer("3");

    @Override
    public URI address(int listener) {
        return URI.create("ws://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=websocket");
    }

    @Override
    public String subprotocol() {
        return "";
    }

    @Override
    public Step step(int listener, ByteBuf frame) {
        return switch (at(frame, 0)) {
            case OPEN ->
                new Step.Answer("40{\"token\":\"" + tokens.get(listener) + "\",\"device\":\"bench-" + listener + "\"}");
            case PING -> PONG;
            default ->
                switch (at(frame, 1)) {
                    case CONNECTED -> Step.IN;
                    case EVENT -> Step.EVENT;
                    default -> new Step.Refused(frame.toString(UTF_8));
                };
        };
    }

    private static char at(ByteBuf frame, int index) {
        return frame.readableBytes() > index ? (char) frame.getByte(frame.readerIndex() + index) : ' ';
    }
}
