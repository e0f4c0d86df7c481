package org.convoke.gateway.wire;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A data frame as a server sends it (RFC 6455, section 5.2): encoded once, whoever is told. */
public abstract sealed class Frame permits TextFrame, BinaryFrame {

    private static final int SHORT = 125;
    private static final byte IN_TWO_BYTES = 126;
    private static final byte IN_EIGHT_BYTES = 127;
    private static final int MOST_IN_TWO_BYTES = 0xffff;
    private static final int LONGEST_HEADER = 10;

    private final byte[] bytes;
    private final int header;

    /** @param first the first byte of the frame */
    Frame(byte first, byte[] content) {
        ByteBuffer start = ByteBuffer.allocate(LONGEST_HEADER).put(first);
        if (content.length <= SHORT) {
            start.put((byte) content.length);
        } else if (content.length <= MOST_IN_TWO_BYTES) {
            start.put(IN_TWO_BYTES).putShort((short) content.length);
        } else {
            start.put(IN_EIGHT_BYTES).putLong(content.length);
        }
        header = start.position();
        bytes = Arrays.copyOf(start.array(), header + content.length);
        System.arraycopy(content, 0, bytes, header, content.length);
    }

    /** In bytes, with its header. */
    public final int length() {
        return bytes.length;
    }

    /** What is in it; text in UTF-8. */
    public final byte[] content() {
        return Arrays.copyOfRange(bytes, header, bytes.length);
    }

    void writeTo(ByteBuf buffer) {
        buffer.writeBytes(bytes);
    }
}
