package org.convoke.gateway.wire;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.session.Sink;
import org.jspecify.annotations.Nullable;

/** One client from its coming to its going, on whichever wire. Hub thread only. */
public final class Client {

    private static final int BAD_FRAMES = 10;

    private final SignIn signIn;
    private final Commands commands;
    private final Vigil vigil;
    private final Voice voice;
    private final Consumer<Client> gone;

    private @Nullable Session session;
    private boolean authenticating;
    private boolean closed;
    private volatile @Nullable Farewell farewell;
    private int badFrames;

    Client(SignIn signIn, Commands commands, Vigil vigil, Voice voice, Consumer<Client> gone) {
        this.signIn = signIn;
        this.commands = commands;
        this.vigil = vigil;
        this.voice = voice;
        this.gone = gone;
    }

    /** How a wire says what is said to every client. */
    public interface Voice {

        /** She has been silent for long: is she there? */
        void lookForLife();

        void tokenExpires(Instant end);

        /** The end of the connection follows. */
        void notSignedIn(Answer.Refused refusal);

        /** Says goodbye and ends the connection. */
        void end(Farewell farewell);
    }

    public void signOfLife() {
        vigil.signOfLife();
    }

    /** @return false where that was done before */
    public boolean authenticate(Credentials credentials, Sink sink) {
        if (authenticating) {
            return false;
        }
        authenticating = true;
        signIn.authenticate(this, credentials, sink);
        return true;
    }

    /** Also after a refresh. */
    void signedIn(Session mine, Instant until) {
        session = mine;
        vigil.signedIn(until);
    }

    void notSignedIn(Answer.Refused refusal, Farewell end) {
        if (!closed) {
            voice.notSignedIn(refusal);
            close(end);
        }
    }

    /** Does what a client asks for; the answer may be the last that it gets. */
    public void ask(Command command, Consumer<Answer> answer) {
        Session live = session;
        if (live != null && command.isOfThePerson()) {
            commands.presence().active(live);
        }
        if (live == null || !live.isOpen()) {
            answer.accept(new Answer.Refused(Refusal.UNAUTHORIZED, "wait for ready"));
        } else {
            done(live, command).onSuccess(answer::accept);
        }
    }

    private Future<Answer> done(Session live, Command command) {
        return switch (command) {
            case Command.Refresh(String token) -> signIn.refresh(this, live, token);
            case Command.Ack(String cursor) -> Future.succeededFuture(commands.acknowledge(live, cursor));
            case Command.Sub sub -> commands.subscribe(live, sub);
            case Command.Unsub(String channel) -> Future.succeededFuture(commands.unsubscribe(live, channel));
            case Command.Live said -> commands.tell(live, said);
            case Command.Presence wish -> commands.presence().handle(live, wish);
        };
    }

    /** @return false for one too many of what is not understood; then the connection ends */
    public boolean bearsMalformed() {
        if (++badFrames > BAD_FRAMES) {
            close(Farewell.BAD_FRAMES);
        }
        return !closed;
    }

    /** Every second. */
    void tick() {
        if (closed) {
            return;
        }
        switch (vigil.look()) {
            case Vigil.Sight.Fine fine -> {}
            case Vigil.Sight.Silent silent -> voice.lookForLife();
            case Vigil.Sight.Expiring(Instant end) -> voice.tokenExpires(end);
            case Vigil.Sight.Over(Farewell end) ->
                close(
                        // A check of the token that takes so long is our fault, and no reason to stay away.
                        authenticating && end.equals(Farewell.AUTH_FAILED) ? Farewell.INTERNAL : end);
        }
    }

    public Session session() {
        if (session == null) {
            throw new IllegalStateException("Nobody has signed in");
        }
        return session;
    }

    public Instant expiresAt() {
        return vigil.expiresAt();
    }

    public boolean isClosed() {
        return closed;
    }

    public void close(Farewell reason) {
        if (!closed) {
            farewell = reason;
            voice.end(reason);
            gone();
        }
    }

    /** Why we ended it, if it was we. */
    public Optional<Farewell> farewell() {
        return Optional.ofNullable(farewell);
    }

    /** The connection has ended, whoever ended it. */
    public void gone() {
        if (!closed) {
            closed = true;
            gone.accept(this);
            if (session != null) {
                signIn.left(session);
            }
        }
    }
}
