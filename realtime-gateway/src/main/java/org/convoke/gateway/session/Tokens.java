package org.convoke.gateway.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.convoke.doors.Caller;
import org.convoke.doors.Named;
import org.convoke.gateway.delivery.MeetPerson;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Checks access tokens that come inside a socket, by the same rules as those of the REST calls, and meets their people. */
@ApplicationScoped
public class Tokens {

    /** A token that ends sooner is not worth a session. */
    private static final Duration LEAST = Duration.ofSeconds(5);

    private final TenantIdentityProvider provider;
    private final MeetPerson meetPerson;
    private final Clock clock;

    Tokens(TenantIdentityProvider provider, MeetPerson meetPerson, Clock clock) {
        this.provider = provider;
        this.meetPerson = meetPerson;
        this.clock = clock;
    }

    /** Fails for a token that is not good, or not for long enough. */
    public Uni<Identity> identify(String token) {
        return provider.authenticate(new AccessTokenCredential(token)).map(identity -> {
            if (!(identity.getPrincipal() instanceof JsonWebToken jwt) || jwt.getSubject() == null) {
                throw new SecurityException("The token names nobody");
            }
            Instant end = Instant.ofEpochSecond(jwt.getExpirationTime());
            if (end.isBefore(clock.instant().plus(LEAST))) {
                throw new Expired();
            }
            if (!Caller.isService(identity)) {
                meetPerson.meet(Named.by(jwt));
            }
            return new Identity(
                    jwt.getSubject(),
                    Optional.ofNullable(jwt.<String>getClaim("sid")).orElse(""),
                    Instant.ofEpochSecond(jwt.getIssuedAtTime()),
                    end);
        });
    }

    /** Whether a failure to identify somebody is only that the token is over. */
    public static boolean hasExpired(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Expired || cause instanceof InvalidJwtException token && token.hasExpired()) {
                return true;
            }
        }
        return false;
    }

    private static final class Expired extends SecurityException {
        private static final long serialVersionUID = 1L;

        Expired() {
            super("The token has less than " + LEAST.toSeconds() + " s left");
        }
    }
}
