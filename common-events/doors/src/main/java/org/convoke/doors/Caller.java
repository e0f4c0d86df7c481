package org.convoke.doors;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as the verified access token says it; only within a call. */
@RequestScoped
public class Caller {

    private static final int LONGEST_NAME = 200;
    private static final Set<String> SERVICE_ROLES = Set.of("membership:write", "people:write");

    private final JsonWebToken token;
    private final SecurityIdentity identity;

    public Caller(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    /** Without a token; the only thing to ask of such a caller. */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** Another service of ours or of the host, known by its role, and no person. */
    public boolean isService() {
        return identity.getRoles().stream().anyMatch(SERVICE_ROLES::contains);
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
