package org.convoke.gateway.wire.socketio.engine;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** A session's id: the key of its pod, and 144 bits that nobody guesses. */
public final class SessionId {

    /** Of a pod, in characters. */
    public static final int KEY_LENGTH = 8;

    private static final int KEY_BYTES = 6;
    private static final int RANDOM_BYTES = 18;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionId() {}

    /** For a pod that starts. */
    public static String newKey() {
        return random(KEY_BYTES);
    }

    static String next(String podKey) {
        return podKey + random(RANDOM_BYTES);
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static String podOf(String id) {
        return id.substring(0, KEY_LENGTH);
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
