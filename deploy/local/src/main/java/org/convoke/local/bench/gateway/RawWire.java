package org.convoke.local.bench.gateway;

import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.util.function.IntFunction;

/**
 * The raw server, which greets whoever has come in.
 *
 * @param rooms of each listener, with commas between them
 */
record RawWire(int port, IntFunction<String> rooms) implements Wire {

    @Override
    public URI address(int listener) {
        return URI.create("ws://127.0.0.1:" + port + "/" + rooms.apply(listener));
    }

    @Override
    public String subprotocol() {
        return "";
    }

    @Override
    public Step step(int listener, ByteBuf frame) {
        return frame.readableBytes() == RawServer.GREETING.length() ? Step.IN : Step.EVENT;
    }
}
