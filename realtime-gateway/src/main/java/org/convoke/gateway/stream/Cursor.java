package org.convoke.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in a stream: everything up to entry {@code seq} is known to whoever holds it.
 *
 * @param epoch the life of the stream, drawn anew when it begins from nothing
 * @param hash of the entry at {@code seq} and all before it; proves that it is a position of this history
 */
public record Cursor(String epoch, long seq, String hash) {

    /** Before the first entry. */
    public static final Cursor START = new Cursor("0", 0, "0");

    /** A position that no stream has; answered with a reset. */
    public static final Cursor NOWHERE = new Cursor("none", 999_999_999_999_999L, "none");

    private static final int HASH_LENGTH = 12;
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,16})\\.(0|[1-9][0-9]{0,14})\\.([0-9a-z]{1,16})");

    /** @return empty for text that is no cursor of ours */
    public static Optional<Cursor> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Cursor(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    /** An epoch for a stream that begins now. */
    public static String newEpoch(Random random) {
        return Long.toString(random.nextLong(1, 1L << 40), 36);
    }

    /** Whether an entry is the very next one of this history: its hash chains it to all before it. */
    public boolean leadsTo(StreamEntry entry) {
        Cursor next = entry.cursor();
        return next.seq() == seq + 1
                && (seq == 0 || next.epoch().equals(epoch))
                && next.hash().equals(chained(entry.event().id()));
    }

    private String chained(UUID eventId) {
        try {
            byte[] link = (hash + eventId).getBytes(UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(link);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return epoch + "." + seq + "." + hash;
    }
}
