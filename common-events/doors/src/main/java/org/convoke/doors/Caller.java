package org.convoke.doors;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as the verified access token says it; only within a call that needs a token. */
@RequestScoped
public class Caller {

    private static final int LONGEST_NAME = 200;

    private final JsonWebToken token;

    public Caller(JsonWebToken token) {
        this.token = token;
    }

    /** The provider's {@code sub}, opaque. */
    public String id() {
        return token.getSubject();
    }

    public String username() {
        return claim("preferred_username", id());
    }

    public String name() {
        return claim("name", username());
    }

    private String claim(String name, String otherwise) {
        String value = token.getClaim(name);
        String line = value == null ? "" : PlainText.line(value, LONGEST_NAME);
        return line.isEmpty() ? otherwise : line;
    }
}
