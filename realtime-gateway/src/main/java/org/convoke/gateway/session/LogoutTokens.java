package org.convoke.gateway.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Checks logout tokens: OpenID Connect Back-Channel Logout 1.0, section 2.6. */
@ApplicationScoped
public class LogoutTokens {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final TenantIdentityProvider provider;

    LogoutTokens(@Tenant("backchannel") TenantIdentityProvider provider) {
        this.provider = provider;
    }

    /** Fails for what is no logout token of our provider. */
    public Uni<Logout> read(String token) {
        return provider.authenticate(new AccessTokenCredential(token)).map(identity -> {
            if (!(identity.getPrincipal() instanceof JsonWebToken jwt)
                    || !(jwt.getClaim("events") instanceof JsonObject events)
                    || !events.containsKey(EVENT)
                    || jwt.containsClaim("nonce")) {
                throw new SecurityException("This is no logout token");
            }
            return new Logout(
                    jwt.getSubject(),
                    Optional.ofNullable(jwt.<String>getClaim("sid")).orElse(""),
                    Instant.ofEpochSecond(jwt.getIssuedAtTime()));
        });
    }
}
