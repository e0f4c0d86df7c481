package org.convoke.local.bench.gateway;

import io.netty.buffer.ByteBuf;
import java.util.Locale;

/** The number of an event, written so that it is found in any frame that carries it, in whatever field. */
final class Marker {

    static final int NONE = -1;
    private static final int DIGITS = 7;
    private static final byte MARK = '#';

    private Marker() {}

    /** Always of the same length. */
    static String of(int event) {
        return String.format(Locale.ROOT, "#%07d#", event);
    }

    /** The event that the frame carries, or {@link #NONE}. */
    static int in(ByteBuf frame) {
        int end = frame.writerIndex();
        int at = frame.indexOf(frame.readerIndex(), end, MARK);
        while (at >= 0 && at + DIGITS + 1 < end) {
            int number = number(frame, at + 1);
            if (number != NONE) {
                return number;
            }
            at = frame.indexOf(at + 1, end, MARK);
        }
        return NONE;
    }

    private static int number(ByteBuf frame, int start) {
        int number = 0;
        for (int i = start; i < start + DIGITS; i++) {
            int digit = frame.getByte(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = 10 * number + digit;
        }
        return frame.getByte(start + DIGITS) == MARK ? number : NONE;
    }
}
