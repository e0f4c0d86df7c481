package org.convoke.local.bench.gateway;

import io.netty.buffer.ByteBuf;

/** Is told of every marked event that a listener hears, on the one thread of all listeners. */
interface Ear {

    Ear DEAF = (listener, event, frame) -> {};

    /** @param frame whole, and gone afterwards */
    void heard(int listener, int event, ByteBuf frame);
}
