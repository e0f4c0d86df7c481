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

    private final byte[] header;
    private final byte[][] content;
    private final int size;

    /**
     * @param first the first byte of the frame
     * @param content in parts, each of which may be shared with other frames
     */
    Frame(byte first, byte[]... content) {
        this.content = content;
        this.size = Arrays.stream(content).mapToInt(part -> part.length).sum();
        ByteBuffer start = ByteBuffer.allocate(LONGEST_HEADER).put(first);
        if (size <= SHORT) {
            start.put((byte) size);
        } else if (size <= MOST_IN_TWO_BYTES) {
            start.put(IN_TWO_BYTES).putShort((short) size);
        } else {
            start.put(IN_EIGHT_BYTES).putLong(size);
        }
        this.header = Arrays.copyOf(start.array(), start.position());
    }

    /** In bytes, with its header. */
    public final int length() {
        return header.length + size;
    }

    /** What is in it; text in UTF-8. */
    public final byte[] content() {
        ByteBuffer all = ByteBuffer.allocate(size);
        for (byte[] part : content) {
            all.put(part);
        }
        return all.array();
    }

    void writeTo(ByteBuf buffer) {
        buffer.writeBytes(header);
        for (byte[] part : content) {
            buffer.writeBytes(part);
        }
    }
}
