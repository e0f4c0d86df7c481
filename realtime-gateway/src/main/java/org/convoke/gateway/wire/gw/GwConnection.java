package org.convoke.gateway.wire.gw;

import io.netty.buffer.ByteBufUtil;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.wire.FrameRate;
import org.convoke.gateway.wire.Line;
import org.convoke.gateway.wire.Outbound;
import org.convoke.gateway.wire.TextFrame;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One client on gw.v1, from hello to bye. Everything but the writing runs on the hub thread. */
final class GwConnection {

    private static final Logger LOG = Logger.getLogger(GwConnection.class);
    private static final int BAD_FRAMES = 10;
    private static final int BYTES_OF_A_CHAR = 3;
    private static final Duration LAST_WORD = Duration.ofSeconds(3);

    private final GwContext context;
    private final FrameReader reader;
    private final WebSocketConnection connection;
    private final Outbound outbound;
    private final Vigil vigil;
    private final FrameRate rate;

    private @Nullable Session session;
    private boolean authenticating;
    private boolean closed;
    private volatile @Nullable Farewell farewell;
    private int badFrames;

    GwConnection(GwContext context, Limits limits, FrameReader reader, WebSocketConnection connection) {
        this.context = context;
        this.reader = reader;
        this.connection = connection;
        this.outbound = limits.outbound(Line.of(connection.userData()));
        this.vigil = limits.vigil();
        this.rate = limits.frameRate();
    }

    void opened(String sid) {
        say(context.writer().hello(sid));
    }

    /** On the connection's own thread, so that a flood piles up nowhere. */
    void arrived(String text) {
        switch (rate.next()) {
            case FrameRate.Verdict.Taken taken -> context.hubThread().run(() -> received(text));
            case FrameRate.Verdict.Warned(Duration after) ->
                context.hubThread()
                        .run(() -> say(context.writer().error(0, GwError.RATE, "too many frames at once", after)));
            case FrameRate.Verdict.Dropped dropped -> {}
            case FrameRate.Verdict.Over over -> context.hubThread().run(() -> close(Farewell.TOO_FAST));
        }
    }

    private void received(String text) {
        if (closed) {
            return;
        }
        vigil.signOfLife();
        if (isTooLarge(text)) {
            say(context.writer().error(0, GwError.TOO_LARGE, "a frame has at most 16 KiB"));
            return;
        }
        try {
            ClientFrame.Numbered frame = reader.read(text);
            if (session != null) {
                context.presence().noticed(session, frame.frame());
            }
            handle(frame.id(), frame.frame());
        } catch (FrameReader.Malformed e) {
            malformed(e.id(), e.getMessage());
        }
    }

    /** In UTF-8; most frames are so short that nobody has to count. */
    private static boolean isTooLarge(String text) {
        return text.length() * BYTES_OF_A_CHAR > FrameWriter.MAX_FRAME
                && ByteBufUtil.utf8Bytes(text) > FrameWriter.MAX_FRAME;
    }

    void malformed(long id, String reason) {
        if (++badFrames > BAD_FRAMES) {
            close(Farewell.BAD_FRAMES);
        } else {
            say(context.writer().error(id, GwError.BAD_REQUEST, reason));
        }
    }

    private void handle(long id, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Ping ping -> say(context.writer().pong(id));
            case ClientFrame.Pong pong -> {} // a sign of life, like every frame
            case ClientFrame.Auth auth -> authenticate(id, auth);
            case ClientFrame.Refresh refresh ->
                ifSignedIn(id, live -> context.signIn().refresh(this, id, live, refresh.token()));
            case ClientFrame.Ack ack ->
                ifSignedIn(id, live -> context.commands().acknowledge(this, id, live, ack.cursor()));
            case ClientFrame.Sub sub -> ifSignedIn(id, live -> subscribe(id, live, sub));
            case ClientFrame.Unsub unsub -> ifSignedIn(id, live -> unsubscribe(id, live, unsub.channel()));
            case ClientFrame.Presence wish ->
                ifSignedIn(id, live -> context.presence().handle(this, id, live, wish));
            case ClientFrame.Live said ->
                ifSignedIn(id, live -> context.commands().tell(this, id, live, said));
        }
    }

    private void subscribe(long id, Session live, ClientFrame.Sub sub) {
        if (context.presence().isFull(live)) {
            say(context.writer().error(id, GwError.LIMIT, "as many channels as a session may ask for"));
        } else if (PresenceChannel.isOne(sub.channel())) {
            context.presence().subscribe(this, id, live, sub.channel());
        } else {
            context.commands().subscribe(this, id, live, sub);
        }
    }

    private void unsubscribe(long id, Session live, String channel) {
        if (PresenceChannel.isOne(channel)) {
            context.presence().unsubscribe(this, id, live, channel);
        } else {
            context.commands().unsubscribe(this, id, live, channel);
        }
    }

    private void ifSignedIn(long id, Consumer<Session> action) {
        if (session == null || !session.isOpen()) {
            say(context.writer().error(id, GwError.UNAUTHORIZED, "wait for ready"));
        } else {
            action.accept(session);
        }
    }

    void authenticate(long id, ClientFrame.Auth auth) {
        if (authenticating) {
            malformed(id, "signed in already");
        } else {
            authenticating = true;
            context.signIn().authenticate(this, id, auth);
        }
    }

    /** Also after a refresh. */
    void signedIn(Session mine, Instant until) {
        session = mine;
        vigil.signedIn(until);
    }

    /** Every second. */
    void tick() {
        if (closed) {
            return;
        }
        switch (vigil.look()) {
            case Vigil.Sight.Fine fine -> {}
            case Vigil.Sight.Silent silent -> say(context.writer().ping());
            case Vigil.Sight.Expiring(Instant end) -> say(context.writer().tokenExpiring(end));
            case Vigil.Sight.Over(Farewell farewell) ->
                close(
                        // A check of the token that takes so long is our fault, and no reason to stay away.
                        authenticating && farewell.equals(Farewell.AUTH_FAILED) ? Farewell.INTERNAL : farewell);
        }
    }

    /** Queues a frame; a client that takes none is told to come back. */
    void say(TextFrame frame) {
        if (!outbound.offer(frame)) {
            close(Farewell.SLOW_CONSUMER);
        }
    }

    /** Frames that wait to be written. */
    int queued() {
        return outbound.size();
    }

    void whenDrained(Runnable next) {
        outbound.whenDrained(next);
    }

    Instant expiresAt() {
        return vigil.expiresAt();
    }

    boolean isClosed() {
        return closed;
    }

    GwContext context() {
        return context;
    }

    Session signedInSession() {
        if (session == null) {
            throw new IllegalStateException("Nobody has signed in");
        }
        return session;
    }

    void close(Farewell farewell) {
        if (!closed) {
            this.farewell = farewell;
            if (farewell.equals(Farewell.SLOW_CONSUMER)) {
                outbound.forget();
            }
            outbound.close(context.writer().bye(farewell), () -> end(farewell));
            context.hubThread().after(LAST_WORD, outbound::cut);
            gone();
        }
    }

    private void end(Farewell farewell) {
        connection
                .close(new CloseReason(farewell.code(), farewell.reason()))
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("Not closed, it is cut: %s", failure));
    }

    /** Why we ended it, if it was we. */
    Optional<Farewell> farewell() {
        return Optional.ofNullable(farewell);
    }

    /** The connection has ended, whoever ended it. */
    void gone() {
        if (!closed) {
            closed = true;
            if (session != null) {
                context.signIn().left(session);
            }
        }
    }
}
