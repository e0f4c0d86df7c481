package org.convoke.gateway.session;

import java.time.Instant;

/**
 * The provider says that a person has signed out.
 *
 * @param login the provider's session that has ended; empty for all of hers
 */
public record Logout(String userId, String login, Instant at) {

    /** Whether a token was issued in what has ended. */
    boolean ends(Identity identity) {
        return login.isEmpty()
                ? !identity.issuedAt().isAfter(at)
                : identity.login().equals(login);
    }
}
