package org.convoke.gateway.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A frame of text. */
public final class TextFrame extends Frame {

    private static final byte FINAL_TEXT = (byte) 0x81;

    private TextFrame(byte[]... text) {
        super(FINAL_TEXT, text);
    }

    public static TextFrame of(String text) {
        return of(text.getBytes(UTF_8));
    }

    /** @param text in UTF-8, in parts, each of which may be shared with other frames */
    public static TextFrame of(byte[]... text) {
        return new TextFrame(text);
    }
}
