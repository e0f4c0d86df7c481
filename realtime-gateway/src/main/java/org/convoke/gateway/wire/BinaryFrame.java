package org.convoke.gateway.wire;

/** A frame of bytes. */
public final class BinaryFrame extends Frame {

    private static final byte FINAL_BINARY = (byte) 0x82;

    private BinaryFrame(byte[] bytes) {
        super(FINAL_BINARY, bytes);
    }

    public static BinaryFrame of(byte[] bytes) {
        return new BinaryFrame(bytes);
    }
}
