package org.convoke.gateway.wire.gw;

import io.netty.buffer.ByteBufUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.convoke.gateway.live.Activity;
import org.convoke.gateway.live.Told;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.session.Identity;
import org.convoke.gateway.session.Resume;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.wire.FrameRate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One client on gw.v1, from hello to bye. Everything but the writing runs on the hub thread. */
final class GwConnection {

    private static final Logger LOG = Logger.getLogger(GwConnection.class);
    private static final int BAD_FRAMES = 10;
    private static final int BYTES_OF_A_CHAR = 3;
    private static final Duration LAST_WORD = Duration.ofSeconds(3);

    private final GwContext context;
    private final Outbound outbound;
    private final Vigil vigil;
    private final FrameRate rate;
    private final GwPresence presence = new GwPresence(this);

    private @Nullable Session session;
    private boolean authenticating;
    private boolean closed;
    private int badFrames;

    GwConnection(GwContext context, WebSocketConnection connection) {
        this.context = context;
        this.outbound = new Outbound(
                connection, context.config().queueFrames(), context.config().queueBytes());
        this.vigil = new Vigil(
                new Vigil.Patience(
                        context.config().authTimeout(),
                        context.config().heartbeat(),
                        context.config().heartbeatTimeout()),
                context.clock());
        this.rate = new FrameRate(
                context.config().framesPerSecond(), context.config().frameBurst(), System::nanoTime);
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
            ClientFrame.Numbered frame = context.reader().read(text);
            if (session != null) {
                presence.noticed(session, frame.frame());
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

    private void malformed(long id, String reason) {
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
            case ClientFrame.Refresh refresh -> ifSignedIn(id, live -> refresh(id, live, refresh.token()));
            case ClientFrame.Ack ack -> ifSignedIn(id, live -> acknowledge(id, live, ack.cursor()));
            case ClientFrame.Sub sub -> ifSignedIn(id, live -> subscribe(id, live, sub));
            case ClientFrame.Live activity -> ifSignedIn(id, live -> tell(id, live, activity));
            case ClientFrame.Presence wish -> ifSignedIn(id, live -> presence.handle(id, live, wish));
            case ClientFrame.Unsub unsub -> ifSignedIn(id, live -> unsubscribe(id, live, unsub.channel()));
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
            return;
        }
        authenticating = true;
        context.tokens()
                .identify(auth.token())
                .subscribe()
                .with(
                        identity -> context.hubThread().run(() -> signedIn(id, auth, identity)),
                        failure -> context.hubThread().run(() -> refused(id, failure)));
    }

    private void signedIn(long id, ClientFrame.Auth auth, Identity identity) {
        if (closed) {
            return;
        }
        String device = auth.device() == null ? UUID.randomUUID().toString() : auth.device();
        vigil.signedIn(identity.expiresAt());
        Session mine = new Session(identity.userId(), device, new GwSink(this, id));
        session = mine;
        context.entrance().open(mine, arrival(auth)).onFailure(failure -> {
            LOG.warnf("A session could not be opened: %s", failure);
            close(Farewell.INTERNAL);
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

    private void refused(long id, Throwable failure) {
        boolean badToken = failure instanceof AuthenticationFailedException || failure instanceof SecurityException;
        if (!badToken) {
            LOG.warnf("A token could not be checked: %s", failure);
        }
        say(context.writer().error(id, GwError.UNAUTHORIZED, "the token is not good"));
        close(badToken ? Farewell.AUTH_FAILED : Farewell.INTERNAL);
    }

    private void refresh(long id, Session live, String token) {
        context.tokens()
                .identify(token)
                .subscribe()
                .with(
                        identity -> context.hubThread().run(() -> refreshed(id, live, identity)),
                        failure -> context.hubThread()
                                .run(() -> say(
                                        context.writer().error(id, GwError.UNAUTHORIZED, "the token is not good"))));
    }

    private void refreshed(long id, Session live, Identity identity) {
        if (!identity.userId().equals(live.userId())) {
            close(Farewell.IDENTITY_CHANGED);
            return;
        }
        vigil.signedIn(identity.expiresAt());
        say(context.writer()
                .ok(
                        id,
                        context.writer()
                                .data()
                                .put("expiresAt", identity.expiresAt().toString())));
    }

    private void acknowledge(long id, Session live, String cursor) {
        Optional<Cursor> upTo = Cursor.parse(cursor);
        if (upTo.isEmpty()) {
            malformed(id, "d.cur is no cursor");
            return;
        }
        context.streams()
                .acknowledge(live.userId(), live.device(), upTo.get())
                .onFailure(failure -> LOG.debugf("An ack was not kept, the next one will be: %s", failure));
    }

    private void tell(long id, Session live, ClientFrame.Live activity) {
        Optional<StreamName> group = StreamName.parse("g:" + activity.group());
        if (group.isEmpty()) {
            say(context.writer().error(id, GwError.UNKNOWN_CHANNEL, "d.g is no id of a group"));
            return;
        }
        UUID groupId = UUID.fromString(group.get().id());
        context.hubThread()
                .hear(context.liveActivity().tell(live.id(), new Activity(groupId, live.userId(), activity.kind())))
                .onSuccess(told -> answered(id, told))
                .onFailure(failure -> say(context.writer().error(id, GwError.INTERNAL, "try again")));
    }

    private void answered(long id, Told told) {
        FrameWriter writer = context.writer();
        switch (told) {
            case Told.PassedOn passedOn -> {
                if (id != 0) {
                    say(writer.ok(id, writer.data()));
                }
            }
            case Told.NotAMember notAMember ->
                say(writer.error(id, GwError.FORBIDDEN, "there is no such channel for you"));
            case Told.TooSoon(Duration after) -> say(writer.error(id, GwError.RATE, "once in two seconds", after));
        }
    }

    private void subscribe(long id, Session live, ClientFrame.Sub sub) {
        if (PresenceChannel.isOne(sub.channel())) {
            presence.subscribe(id, live, sub.channel());
            return;
        }
        Optional<StreamName> channel = StreamName.parse(sub.channel());
        if (channel.isEmpty()) {
            say(context.writer().error(id, GwError.UNKNOWN_CHANNEL, "there is no such kind of channel"));
            return;
        }
        if (live.wishes() >= context.config().subscriptions()) {
            say(context.writer().error(id, GwError.LIMIT, "as many channels as a session may ask for"));
            return;
        }
        Optional<Cursor> cursor = sub.cursor().map(text -> Cursor.parse(text).orElse(Cursor.NOWHERE));
        context.hub()
                .subscribe(live, channel.get(), cursor)
                .onSuccess(answer -> answered(id, channel.get(), answer))
                .onFailure(failure -> say(context.writer().error(id, GwError.INTERNAL, "try again")));
    }

    private void answered(long id, StreamName channel, Hub.Answer answer) {
        FrameWriter writer = context.writer();
        say(
                switch (answer) {
                    case Hub.Answer.Listening(Cursor top, Resume resume) ->
                        writer.ok(id, writer.listening(channel, top, resume));
                    case Hub.Answer.Already already ->
                        writer.error(id, GwError.ALREADY_SUBSCRIBED, "subscribed already");
                    case Hub.Answer.Refused refused ->
                        writer.error(id, GwError.FORBIDDEN, "there is no such channel for you");
                });
    }

    private void unsubscribe(long id, Session live, String channel) {
        if (PresenceChannel.isOne(channel)) {
            presence.unsubscribe(id, live, channel);
            return;
        }
        Optional<StreamName> name = StreamName.parse(channel);
        boolean own = name.filter(each -> each.isInboxOf(live.userId())).isPresent();
        if (name.isEmpty() || own || !context.hub().unsubscribe(live, name.get())) {
            say(context.writer().error(id, GwError.UNKNOWN_CHANNEL, "not subscribed to it, or not to be left"));
        } else {
            say(context.writer().ok(id, context.writer().data()));
        }
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
    void say(String frame) {
        if (!outbound.offer(frame)) {
            close(Farewell.SLOW_CONSUMER);
        }
    }

    void whenDrained(Runnable next) {
        outbound.whenDrained(next);
    }

    Instant expiresAt() {
        return vigil.expiresAt();
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
            outbound.close(context.writer().bye(farewell), new CloseReason(farewell.code(), farewell.reason()));
            context.hubThread().after(LAST_WORD, outbound::cut);
            gone();
        }
    }

    /** The connection has ended, whoever ended it. */
    void gone() {
        if (!closed) {
            closed = true;
            if (session != null) {
                context.entrance().close(session);
            }
        }
    }
}
