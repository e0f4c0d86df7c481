package org.convoke.local.bench.gateway;

import io.netty.buffer.ByteBuf;
import java.net.URI;

/** How listeners come in at a server and what its frames ask of them; read as little of a frame as can be. */
interface Wire {

    /** Where that listener connects. */
    URI address(int listener);

    /** The subprotocol to ask for; empty for none. */
    String subprotocol();

    Step step(int listener, ByteBuf frame);
}
