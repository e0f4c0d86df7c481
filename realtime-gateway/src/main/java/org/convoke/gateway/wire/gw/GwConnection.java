package org.convoke.gateway.wire.gw;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.time.Instant;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.wire.Answer;
import org.convoke.gateway.wire.Client;
import org.convoke.gateway.wire.Command;
import org.convoke.gateway.wire.Credentials;
import org.convoke.gateway.wire.Departure;
import org.convoke.gateway.wire.FrameRate;
import org.convoke.gateway.wire.Line;
import org.convoke.gateway.wire.Outbound;
import org.convoke.gateway.wire.Refusal;
import org.convoke.gateway.wire.Statements;
import org.convoke.gateway.wire.TextFrame;
import org.convoke.gateway.wire.Utf8;
import org.convoke.gateway.wire.Wire;
import org.jboss.logging.Logger;

/** One client on gw.v1, from hello to bye. Everything but the writing runs on the hub thread. */
final class GwConnection implements Client.Voice, Wire.Guest {

    private static final Logger LOG = Logger.getLogger(GwConnection.class);
    private static final Duration LAST_WORD = Duration.ofSeconds(3);

    private final GwContext context;
    private final WebSocketConnection connection;
    private final Outbound outbound;
    private final FrameRate rate;
    private final Client client;
    /** Of the frame that signs in. */
    private long authId;

    GwConnection(GwContext context, WebSocketConnection connection) {
        this.context = context;
        this.connection = connection;
        this.outbound = context.limits().outbound(Line.of(connection.userData()));
        this.rate = context.limits().frameRate();
        this.client = context.clients().come(this);
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
                        .run(() -> say(context.writer().error(0, Refusal.RATE, "too many frames at once", after)));
            case FrameRate.Verdict.Dropped dropped -> {}
            case FrameRate.Verdict.Over over -> context.hubThread().run(() -> client.close(Farewell.TOO_FAST));
        }
    }

    private void received(String text) {
        if (client.isClosed()) {
            return;
        }
        client.signOfLife();
        if (Utf8.isLonger(text, Statements.MAX_FRAME)) {
            say(context.writer().error(0, Refusal.TOO_LARGE, "a frame has at most 16 KiB"));
            return;
        }
        try {
            ClientFrame.Numbered frame = context.reader().read(text);
            handle(frame.id(), frame.frame());
        } catch (FrameReader.BadFrame e) {
            answer(e.id(), new Answer.Malformed(e.getMessage()));
        }
    }

    private void handle(long id, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Ping ping -> say(context.writer().pong(id));
            case ClientFrame.Pong pong -> {} // a sign of life, like every frame
            case ClientFrame.Auth(Credentials credentials) -> authenticate(id, credentials);
            case ClientFrame.Ask(Command command) ->
                client.ask(command, answer -> {
                    if (!isSilent(id, command, answer)) {
                        answer(id, answer);
                    }
                });
        }
    }

    /** An ack is never answered, and who gave a live activity no id does not wait for an answer. */
    private static boolean isSilent(long id, Command command, Answer answer) {
        return answer instanceof Answer.Done
                && (command instanceof Command.Ack || (command instanceof Command.Live && id == 0));
    }

    private void answer(long id, Answer answer) {
        if (!(answer instanceof Answer.Malformed) || client.bearsMalformed()) {
            say(context.writer().answer(id, answer));
        }
    }

    void authenticate(long id, Credentials credentials) {
        if (client.authenticate(credentials, new GwSink(this, id))) {
            authId = id;
        } else {
            answer(id, new Answer.Malformed("signed in already"));
        }
    }

    @Override
    public void notSignedIn(Answer.Refused refusal) {
        answer(authId, refusal);
    }

    @Override
    public void lookForLife() {
        say(context.writer().ping());
    }

    @Override
    public void tokenExpires(Instant end) {
        say(context.writer().tokenExpiring(end));
    }

    /** Queues a frame; a client that takes none is told to come back. */
    void say(TextFrame frame) {
        if (!outbound.offer(frame)) {
            client.close(Farewell.SLOW_CONSUMER);
        }
    }

    /** Frames that wait to be written. */
    int queued() {
        return outbound.size();
    }

    void whenDrained(Runnable next) {
        outbound.whenDrained(next);
    }

    Client client() {
        return client;
    }

    FrameWriter writer() {
        return context.writer();
    }

    @Override
    public void end(Farewell farewell) {
        if (farewell.equals(Farewell.SLOW_CONSUMER)) {
            outbound.forget();
        }
        outbound.close(context.writer().bye(farewell), () -> hangUp(farewell));
        context.hubThread().after(LAST_WORD, outbound::cut);
    }

    @Override
    public void sendAway(Departure departure) {
        context.hubThread().run(() -> client.close(departure.farewell()));
    }

    private void hangUp(Farewell farewell) {
        connection
                .close(new CloseReason(farewell.code(), farewell.reason()))
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("Not closed, it is cut: %s", failure));
    }
}
