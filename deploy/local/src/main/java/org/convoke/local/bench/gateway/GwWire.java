package org.convoke.local.bench.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.util.List;

/** gw.v1; of its frames the type is read, which stands in front. */
record GwWire(int port, List<String> tokens) implements Wire {

    private static final ByteBuf EVENT = type("evt");
    private static final ByteBuf HELLO = type("hello");
    private static final ByteBuf READY = type("ready");
    private static final ByteBuf PING = type("ping");
    private static final ByteBuf ERROR = type("err");
    private static final ByteBuf BYE = type("bye");
    private static final Step PONG = new Step.Answer("{\"t\":\"pong\"}");

    @Override
    public URI address(int listener) {
        return URI.create("ws://127.0.0.1:" + port + "/ws/v1");
    }

    @Override
    public String subprotocol() {
        return "gw.v1";
    }

    @Override
    public Step step(int listener, ByteBuf frame) {
        if (is(EVENT, frame)) {
            return Step.EVENT;
        } else if (is(PING, frame)) {
            return PONG;
        } else if (is(HELLO, frame)) {
            return new Step.Answer("{\"t\":\"auth\",\"id\":1,\"d\":{\"token\":\"" + tokens.get(listener)
                    + "\",\"device\":\"bench\"}}");
        } else if (is(READY, frame)) {
            return Step.IN;
        } else if (is(ERROR, frame) || is(BYE, frame)) {
            return new Step.Refused(frame.toString(UTF_8));
        }
        return Step.EVENT;
    }

    private static boolean is(ByteBuf type, ByteBuf frame) {
        int length = type.readableBytes();
        return frame.readableBytes() >= length && ByteBufUtil.equals(type, 0, frame, frame.readerIndex(), length);
    }

    private static ByteBuf type(String name) {
        return Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("{\"t\":\"" + name + "\"", US_ASCII));
    }
}
