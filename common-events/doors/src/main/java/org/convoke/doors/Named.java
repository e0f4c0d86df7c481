package org.convoke.doors;

import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * How a verified access token names its subject.
 *
 * @param id the provider's {@code sub}, opaque
 * @param username {@code preferred_username}, else the id
 * @param name {@code name}, else the username
 */
public record Named(String id, String username, String name) {

    private static final int LONGEST = 200;

    public static Named by(JsonWebToken token) {
        String id = token.getSubject();
        String username = claim(token, "preferred_username", id);
        return new Named(id, username, claim(token, "name", username));
    }

    private static String claim(JsonWebToken token, String name, String otherwise) {
        String value = token.getClaim(name);
        String line = value == null ? "" : PlainText.line(value, LONGEST);
        return line.isEmpty() ? otherwise : line;
    }
}
