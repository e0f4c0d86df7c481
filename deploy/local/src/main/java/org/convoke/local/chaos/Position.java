package org.convoke.local.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A cursor of the gateway, taken apart: its hash chains an entry to all before it, so equal positions mean equal pasts. */
record Position(String epoch, long seq, String hash) {

    /** Before the first entry of any stream. */
    static final Position START = new Position("0", 0, "0");

    private static final int HASH_LENGTH = 12;

    static Position of(String cursor) {
        String[] parts = cursor.split("\\.");
        return new Position(parts[0], Long.parseLong(parts[1]), parts[2]);
    }

    /** Whether {@code next} is the very next one, for an event of that id. */
    boolean leadsTo(Position next, String eventId) {
        return next.seq == seq + 1 && (seq == 0 || next.epoch.equals(epoch)) && next.hash.equals(chained(eventId));
    }

    /** The position behind this one, for an event of that id. */
    Position next(String eventId) {
        return new Position(epoch, seq + 1, chained(eventId));
    }

    private String chained(String eventId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((hash + eventId).getBytes(UTF_8));
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
