package org.convoke.gateway.wire.gw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.Presence;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.session.Sink;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.wire.Answer;
import org.convoke.gateway.wire.Refusal;
import org.convoke.gateway.wire.Statements;
import org.convoke.gateway.wire.TextFrame;

/** Writes the server's frames, in JSON: {@code {"t": type, "id"?: n, "d": {…}}}. Hub thread only. */
@ApplicationScoped
class FrameWriter {

    private static final int VERSION = 1;

    private final ObjectMapper json;
    private final Statements statements;
    private final GatewayConfig config;
    private final Clock clock;
    private Encoded latest = new Encoded(this, TextFrame.of(""));

    private record Encoded(Object told, TextFrame frame) {}

    FrameWriter(ObjectMapper json, Statements statements, GatewayConfig config, Clock clock) {
        this.json = json;
        this.statements = statements;
        this.config = config;
        this.clock = clock;
    }

    TextFrame hello(String sid) {
        return frame(
                "hello",
                0,
                json.createObjectNode()
                        .put("v", VERSION)
                        .put("sid", sid)
                        .put("hb", config.heartbeat().toMillis())
                        .put("hbTimeout", config.heartbeatTimeout().toMillis())
                        .put("maxFrame", Statements.MAX_FRAME)
                        .put(
                                "serverTime",
                                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()));
    }

    TextFrame ready(long id, Session session, Instant expiresAt, Sink.Ready ready) {
        return frame("ready", id, statements.ready(session, expiresAt, ready));
    }

    /** The same for every session, since the event says all. */
    TextFrame event(StreamName channel, StreamEntry entry) {
        return once(
                entry,
                () -> event(channel, entry.event(), ",\"s\":" + entry.seq() + ",\"cur\":\"" + entry.cursor() + "\""));
    }

    TextFrame ephemeral(StreamName channel, ClientEvent event) {
        return once(event, () -> event(channel, event, ""));
    }

    private String event(StreamName channel, ClientEvent event, String position) {
        return "{\"t\":\"evt\",\"d\":{\"n\":\"" + event.name() + "\",\"ch\":" + text(channel.value()) + position
                + ",\"ts\":\"" + event.time() + "\",\"p\":" + event.payload() + "}}";
    }

    /** Encodes what is told to one session after the other only for the first. */
    private TextFrame once(Object told, Supplier<String> encoder) {
        if (latest.told() != told) {
            latest = new Encoded(told, TextFrame.of(encoder.get()));
        }
        return latest.frame();
    }

    TextFrame resumed(StreamName channel, Cursor from, Cursor to, int count) {
        return frame("resumed", 0, statements.resumed(channel, from, to, count));
    }

    TextFrame joined(StreamName channel, Cursor top) {
        return frame("joined", 0, statements.joined(channel, top));
    }

    TextFrame presence(Optional<UUID> group, Presence presence) {
        return frame("presence", 0, statements.presence("user", group, presence));
    }

    TextFrame headcount(UUID group, int online, int members) {
        return frame("presence", 0, statements.headcount(group, online, members));
    }

    /** What a command is answered with. */
    TextFrame answer(long id, Answer answer) {
        // It says of every bad token the same.
        if (answer instanceof Answer.Refused refused && refused.refusal() == Refusal.TOKEN_EXPIRED) {
            return error(id, Refusal.UNAUTHORIZED, "the token is not good");
        }
        ObjectNode data = statements.answer(answer);
        answer.objection().ifPresent(message -> data.put("msg", message));
        return frame(answer.objection().isPresent() ? "err" : "ok", id, data);
    }

    TextFrame error(long id, Refusal refusal, String message) {
        return answer(id, new Answer.Refused(refusal, message));
    }

    /** One that may be repeated after that. */
    TextFrame error(long id, Refusal refusal, String message, Duration after) {
        return answer(id, new Answer.Refused(refusal, message, Optional.of(after)));
    }

    TextFrame pong(long id) {
        return frame("pong", id, json.createObjectNode());
    }

    TextFrame ping() {
        return frame("ping", 0, json.createObjectNode());
    }

    TextFrame tokenExpiring(Instant expiresAt) {
        return frame("token.expiring", 0, statements.tokenExpiring(expiresAt));
    }

    TextFrame bye(Farewell farewell) {
        return frame("bye", 0, statements.bye(farewell));
    }

    private TextFrame frame(String type, long id, ObjectNode data) {
        ObjectNode frame = json.createObjectNode().put("t", type);
        if (id != 0) {
            frame.put("id", id);
        }
        frame.set("d", data);
        return TextFrame.of(text(frame));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A frame that has no JSON", e);
        }
    }
}
