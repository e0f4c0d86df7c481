package org.convoke.gateway.wire.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.wire.Answer;
import org.convoke.gateway.wire.Client;
import org.convoke.gateway.wire.Command;
import org.convoke.gateway.wire.Malformed;
import org.convoke.gateway.wire.Refusal;
import org.convoke.gateway.wire.socketio.engine.EngineClose;
import org.convoke.gateway.wire.socketio.engine.EngineMessage;
import org.convoke.gateway.wire.socketio.protocol.Event;
import org.convoke.gateway.wire.socketio.protocol.Listener;
import org.convoke.gateway.wire.socketio.protocol.Peer;

/** One client in the namespace {@code /}, from its credentials to its end. What it says is read on its own thread. */
final class Visitor implements Listener, Client.Voice {

    private final SocketIoContext context;
    private final Peer peer;
    private final Client client;
    private final Exit exit;
    private boolean inside;

    Visitor(SocketIoContext context, Peer peer) {
        this.context = context;
        this.peer = peer;
        this.exit = new Exit(context, peer);
        this.client = context.clients().comeWithHeartbeat(this);
    }

    void introduced(ObjectNode auth) {
        try {
            Introduction introduction = Introduction.read(auth);
            context.hubThread()
                    .run(() -> client.authenticate(introduction.credentials(), new SocketIoSink(this, introduction)));
        } catch (Malformed e) {
            context.hubThread().run(() -> {
                notSignedIn(new Answer.Refused(Refusal.UNAUTHORIZED, e.reason()));
                client.close(Farewell.AUTH_FAILED);
            });
        }
    }

    @Override
    public void said(Event event) {
        try {
            Command command = EventReader.read(event);
            context.hubThread().run(() -> ask(event, command));
        } catch (Malformed e) {
            context.hubThread().run(() -> answer(event, new Answer.Malformed(e.reason())));
        }
    }

    private void ask(Event event, Command command) {
        if (!client.isClosed()) {
            client.ask(command, answer -> {
                answer(event, answer);
                if (changesChannels(command) && answer.objection().isEmpty()) {
                    emit("position");
                }
            });
        }
    }

    private static boolean changesChannels(Command command) {
        return command instanceof Command.Sub || command instanceof Command.Unsub;
    }

    private void answer(Event event, Answer answer) {
        if (client.isClosed() || (answer instanceof Answer.Malformed && !client.bearsMalformed())) {
            return;
        }
        Optional<Event.Acknowledgement> acknowledgement = event.acknowledgement();
        if (acknowledgement.isPresent()) {
            taken(acknowledgement.get().with(List.of(said(answer))));
        } else if (answer.objection().isPresent()) {
            say("error", said(answer));
        }
    }

    private ObjectNode said(Answer answer) {
        ObjectNode said =
                context.statements().nothing().put("ok", answer.objection().isEmpty());
        answer.objection().ifPresent(message -> said.put("message", message));
        return said.setAll(context.statements().answer(answer));
    }

    @Override
    public void dropped(Duration after) {
        Answer tooFast = new Answer.Refused(Refusal.RATE, "too many packets at once", Optional.of(after));
        // At once: by the time the hub came to it, the connection might have ended for this.
        peer.emit("error", List.of(said(tooFast)));
    }

    @Override
    public void gone(EngineClose reason) {
        context.hubThread().run(client::gone);
    }

    void letIn(Pid pid) {
        inside = true;
        ObjectNode more = context.statements().nothing().put("pid", pid.toString());
        taken(peer.letIn(more));
    }

    /** Emits an event that is nobody's news. */
    void say(String event, JsonNode... data) {
        if (inside && !client.isClosed()) {
            taken(peer.emit(event, List.of(data)));
        }
    }

    /** The same, from behind which the client can go on. */
    void emit(String event, JsonNode... data) {
        List<JsonNode> all = new ArrayList<>(List.of(data));
        if (Offset.fits(client.session())) {
            all.add(TextNode.valueOf(Offset.of(client.session())));
        }
        say(event, all.toArray(JsonNode[]::new));
    }

    void send(EngineMessage event) {
        taken(peer.engine().send(event));
    }

    private void taken(boolean taken) {
        if (!taken) {
            client.close(Farewell.SLOW_CONSUMER);
        }
    }

    @Override
    public void lookForLife() {
        throw new IllegalStateException("The engine has its own heartbeat");
    }

    @Override
    public void tokenExpires(Instant end) {
        say("token.expiring", context.statements().tokenExpiring(end));
    }

    @Override
    public void notSignedIn(Answer.Refused why) {
        exit.because(why);
    }

    @Override
    public void end(Farewell farewell) {
        exit.leave(farewell, inside);
    }

    Client client() {
        return client;
    }

    SocketIoContext context() {
        return context;
    }

    Peer peer() {
        return peer;
    }
}
