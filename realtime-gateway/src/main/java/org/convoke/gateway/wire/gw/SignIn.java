package org.convoke.gateway.wire.gw;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convoke.gateway.session.Entrance;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.session.Identity;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.session.Tokens;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamName;
import org.jboss.logging.Logger;

/** Turns the token of a connection into a session, and a fresh one into more time for it. Hub thread only. */
@ApplicationScoped
class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class);

    private final Tokens tokens;
    private final Entrance entrance;
    private final HubThread hubThread;
    private final FrameWriter writer;

    SignIn(Tokens tokens, Entrance entrance, HubThread hubThread, FrameWriter writer) {
        this.tokens = tokens;
        this.entrance = entrance;
        this.hubThread = hubThread;
        this.writer = writer;
    }

    void authenticate(GwConnection connection, long id, ClientFrame.Auth auth) {
        tokens.identify(auth.token())
                .subscribe()
                .with(
                        identity -> hubThread.run(() -> open(connection, id, auth, identity)),
                        failure -> hubThread.run(() -> refused(connection, id, failure)));
    }

    private void open(GwConnection connection, long id, ClientFrame.Auth auth, Identity identity) {
        if (connection.isClosed()) {
            return;
        }
        String device = auth.device() == null ? UUID.randomUUID().toString() : auth.device();
        Session session = new Session(identity, device, new GwSink(connection, id));
        connection.signedIn(session, identity.expiresAt());
        entrance.open(session, arrival(auth)).onFailure(failure -> {
            LOG.warnf("A session could not be opened: %s", failure);
            connection.close(Farewell.INTERNAL);
        });
    }

    /** Positions that are none of ours become ones that no stream has, so that they are answered with a reset. */
    private static Hub.Arrival arrival(ClientFrame.Auth auth) {
        Map<StreamName, Cursor> channels = new HashMap<>();
        auth.channels()
                .forEach((channel, cursor) -> StreamName.parse(channel)
                        .ifPresent(
                                name -> channels.put(name, Cursor.parse(cursor).orElse(Cursor.NOWHERE))));
        return new Hub.Arrival(auth.cursor().map(text -> Cursor.parse(text).orElse(Cursor.NOWHERE)), channels);
    }

    private void refused(GwConnection connection, long id, Throwable failure) {
        boolean badToken = failure instanceof AuthenticationFailedException || failure instanceof SecurityException;
        if (!badToken) {
            LOG.warnf("A token could not be checked: %s", failure);
        }
        connection.say(writer.error(id, GwError.UNAUTHORIZED, "the token is not good"));
        connection.close(badToken ? Farewell.AUTH_FAILED : Farewell.INTERNAL);
    }

    void refresh(GwConnection connection, long id, Session live, String token) {
        tokens.identify(token)
                .subscribe()
                .with(
                        identity -> hubThread.run(() -> refreshed(connection, id, live, identity)),
                        failure -> hubThread.run(
                                () -> connection.say(writer.error(id, GwError.UNAUTHORIZED, "the token is not good"))));
    }

    private void refreshed(GwConnection connection, long id, Session live, Identity identity) {
        if (!identity.userId().equals(live.userId())) {
            connection.close(Farewell.IDENTITY_CHANGED);
            return;
        }
        connection.signedIn(live, identity.expiresAt());
        entrance.refreshed(live, identity);
        connection.say(writer.ok(
                id, writer.data().put("expiresAt", identity.expiresAt().toString())));
    }

    /** The connection has ended. */
    void left(Session session) {
        entrance.close(session);
    }
}
