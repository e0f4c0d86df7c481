package org.convoke.doors;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * Text without control characters, bidirectional controls and invisible characters: nothing in it hides, reorders or
 * imitates other text. A joiner is allowed where it has a meaning: within an emoji, and in scripts that join letters.
 */
public final class PlainText {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private PlainText() {}

    /** The form that is stored and compared: Unicode NFC. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    public static boolean isLine(String text) {
        return isPlain(text, codePoint -> false);
    }

    /** As {@link #isLine}, but with line breaks and tabs. */
    public static boolean isProse(String text) {
        return isPlain(text, codePoint -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t');
    }

    /** A line of what was given to us by a party that we cannot refuse, such as a name in a token. */
    public static String line(String text, int max) {
        String normal = normal(text);
        StringBuilder line = new StringBuilder();
        normal.codePoints()
                .filter(codePoint -> codePoint != JOINER && codePoint != NON_JOINER && isVisible(codePoint))
                .limit(max)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean isPlain(String text, IntPredicate allowed) {
        int before = -1;
        for (int i = 0; i < text.length(); i += Character.charCount(before)) {
            int codePoint = text.codePointAt(i);
            boolean joins = (codePoint == JOINER || codePoint == NON_JOINER) && isJoined(before);
            if (!joins && !allowed.test(codePoint) && !isVisible(codePoint)) {
                return false;
            }
            before = codePoint;
        }
        return true;
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isJoined(int before) {
        if (before < 0) {
            return false;
        }
        // A variation selector or a skin tone may stand between an emoji and its joiner.
        if (before == 0xFE0F || Character.isExtendedPictographic(before) || Character.isEmojiModifier(before)) {
            return true;
        }
        return switch (UnicodeScript.of(before)) {
            case COMMON, INHERITED, LATIN, GREEK, CYRILLIC -> false;
            default -> true;
        };
    }
}
