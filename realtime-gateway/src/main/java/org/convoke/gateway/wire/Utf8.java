package org.convoke.gateway.wire;

import io.netty.buffer.ByteBufUtil;

/** How much a text takes on the wire. */
public final class Utf8 {

    private static final int BYTES_OF_A_CHAR = 3;

    private Utf8() {}

    /** Most texts are so short that nobody has to count. */
    public static boolean isLonger(String text, int bytes) {
        return (long) text.length() * BYTES_OF_A_CHAR > bytes && ByteBufUtil.utf8Bytes(text) > bytes;
    }
}
