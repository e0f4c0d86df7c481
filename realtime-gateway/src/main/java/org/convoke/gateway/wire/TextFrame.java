package org.convoke.gateway.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/** A text frame as a server sends it (RFC 6455, section 5.2): encoded once, whoever is told. */
public final class TextFrame {

    private static final byte FINAL_TEXT = (byte) 0x81;
    private static final int SHORT = 125;
    private static final byte IN_TWO_BYTES = 126;
    private static final byte IN_EIGHT_BYTES = 127;
    private static final int MOST_IN_TWO_BYTES = 0xffff;
    private static final int LONGEST_HEADER = 10;

    private final byte[] bytes;

    private TextFrame(byte[] bytes) {
        this.bytes = bytes;
    }

    public static TextFrame of(String text) {
        return of(text.getBytes(UTF_8));
    }

    /** @param text in UTF-8 */
    public static TextFrame of(byte[] text) {
        ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEADER + text.length).put(FINAL_TEXT);
        if (text.length <= SHORT) {
            frame.put((byte) text.length);
        } else if (text.length <= MOST_IN_TWO_BYTES) {
            frame.put(IN_TWO_BYTES).putShort((short) text.length);
        } else {
            frame.put(IN_EIGHT_BYTES).putLong(text.length);
        }
        byte[] bytes = new byte[frame.position() + text.length];
        frame.put(text).flip().get(bytes);
        return new TextFrame(bytes);
    }

    /** In bytes, with its header. */
    public int length() {
        return bytes.length;
    }

    void writeTo(ByteBuf buffer) {
        buffer.writeBytes(bytes);
    }
}
