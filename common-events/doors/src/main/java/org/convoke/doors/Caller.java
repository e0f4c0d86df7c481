package org.convoke.doors;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as the verified access token says it; only within a call. */
@RequestScoped
public class Caller {

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
        return isService(identity);
    }

    /** @see #isService() */
    public static boolean isService(SecurityIdentity identity) {
        return identity.getRoles().stream().anyMatch(SERVICE_ROLES::contains);
    }

    /** The provider's {@code sub}, opaque. */
    public String id() {
        return token.getSubject();
    }

    public String username() {
        return Named.by(token).username();
    }

    public String name() {
        return Named.by(token).name();
    }
}
