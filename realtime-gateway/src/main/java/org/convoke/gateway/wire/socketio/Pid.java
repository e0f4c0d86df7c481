package org.convoke.gateway.wire.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client calls itself when it wants to go on: it takes itself for recovered when it is told the same again. It
 * opens nothing, the token does.
 *
 * @param owner tells people apart, so that nobody goes on where another left off
 * @param device of a client that names none
 * @param life ends where something was missed
 */
record Pid(String owner, String device, String life) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8})\\.([A-Za-z0-9_-]{12})\\.([A-Za-z0-9_-]{12})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 9;
    private static final int OWNER_BYTES = 4;

    static Optional<Pid> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Pid(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    static String newDevice() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** One that no client has. */
    static Pid fresh(String userId, String device) {
        return new Pid(owner(userId), device, newDevice());
    }

    boolean isOf(String userId) {
        return owner.equals(owner(userId));
    }

    private static String owner(String userId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(userId.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, OWNER_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return owner + "." + device + "." + life;
    }
}
