package org.convoke.gateway.wire;

import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.gateway.session.Entrance;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.session.Identity;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.session.Sink;
import org.convoke.gateway.session.Tokens;
import org.jboss.logging.Logger;

/** Turns the token of a connection into a session, and a fresh one into more time for it. Hub thread only. */
@ApplicationScoped
class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class);

    private final Tokens tokens;
    private final Entrance entrance;
    private final HubThread hubThread;

    SignIn(Tokens tokens, Entrance entrance, HubThread hubThread) {
        this.tokens = tokens;
        this.entrance = entrance;
        this.hubThread = hubThread;
    }

    void authenticate(Client client, Credentials credentials, Sink sink) {
        identify(credentials.token())
                .onSuccess(identity -> open(client, credentials, identity, sink))
                .onFailure(failure -> refused(client, failure));
    }

    private Future<Identity> identify(String token) {
        return hubThread.hear(Future.fromCompletionStage(tokens.identify(token).subscribeAsCompletionStage()));
    }

    private void open(Client client, Credentials credentials, Identity identity, Sink sink) {
        if (client.isClosed()) {
            return;
        }
        String device = credentials.device().orElseGet(() -> UUID.randomUUID().toString());
        Session session = new Session(identity, device, sink);
        client.signedIn(session, identity.expiresAt());
        entrance.open(session, credentials.arrival()).onFailure(failure -> {
            LOG.warnf("A session could not be opened: %s", failure);
            client.close(Farewell.INTERNAL);
        });
    }

    private static void refused(Client client, Throwable failure) {
        boolean badToken = isBad(failure);
        if (!badToken) {
            LOG.warnf("A token could not be checked: %s", failure);
        }
        client.notSignedIn(refusal(failure), badToken ? Farewell.AUTH_FAILED : Farewell.INTERNAL);
    }

    private static boolean isBad(Throwable failure) {
        return failure instanceof AuthenticationFailedException || failure instanceof SecurityException;
    }

    private static Answer.Refused refusal(Throwable failure) {
        return Tokens.hasExpired(failure)
                ? new Answer.Refused(Refusal.TOKEN_EXPIRED, "the token has expired")
                : new Answer.Refused(Refusal.UNAUTHORIZED, "the token is not good");
    }

    /** Ends the connection where the token is another person's. */
    Future<Answer> refresh(Client client, Session live, String token) {
        return identify(token)
                .<Answer>map(identity -> {
                    if (!identity.userId().equals(live.userId())) {
                        client.close(Farewell.IDENTITY_CHANGED);
                        return new Answer.Refused(Refusal.UNAUTHORIZED, Farewell.IDENTITY_CHANGED.reason());
                    }
                    client.signedIn(live, identity.expiresAt());
                    entrance.refreshed(live, identity);
                    return new Answer.Prolonged(identity.expiresAt());
                })
                .otherwise(SignIn::refusal);
    }

    /** The connection has ended. */
    void left(Session session) {
        entrance.close(session);
    }
}
