package org.convoke.invitations.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What opens a link: 192 random bits in base64url. With so many a plain hash hides it as well as a slow one would, and
 * finding the hash by index tells a guesser nothing.
 */
public final class LinkCode {

    private static final int BYTES = 24;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private LinkCode(String text) {
        this.text = text;
    }

    static LinkCode random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkCode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** @return empty for what cannot be a code */
    public static Optional<LinkCode> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new LinkCode(text)) : Optional.empty();
    }

    String text() {
        return text;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Not the code: this may be logged. */
    @Override
    public String toString() {
        return "LinkCode";
    }
}
