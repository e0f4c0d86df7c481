package org.convoke.gateway.wire.gw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import org.convoke.gateway.session.Resume;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.session.Sink;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.wire.TextFrame;

/** Writes the server's frames, in JSON: {@code {"t": type, "id"?: n, "d": {…}}}. Hub thread only. */
@ApplicationScoped
class FrameWriter {

    static final int MAX_FRAME = 16_384;
    private static final int VERSION = 1;

    private final ObjectMapper json;
    private final GatewayConfig config;
    private final Clock clock;
    private Encoded latest = new Encoded(this, TextFrame.of(""));

    private record Encoded(Object told, TextFrame frame) {}

    FrameWriter(ObjectMapper json, GatewayConfig config, Clock clock) {
        this.json = json;
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
                        .put("maxFrame", MAX_FRAME)
                        .put(
                                "serverTime",
                                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()));
    }

    TextFrame ready(long id, Session session, Instant expiresAt, Sink.Ready ready) {
        ObjectNode data = json.createObjectNode()
                .put("user", session.userId())
                .put("session", session.id())
                .put("top", ready.top().toString())
                .put("unseen", ready.counts().unseen())
                .put("unread", ready.counts().unread())
                .put("expiresAt", expiresAt.toString());
        data.putObject("limits")
                .put("frame", MAX_FRAME)
                .put("framesPerSecond", config.framesPerSecond())
                .put("frameBurst", config.frameBurst())
                .put("subscriptions", config.subscriptions())
                .put("sessions", config.sessionsPerUser())
                .put("queueFrames", config.queueFrames())
                .put("queueBytes", config.queueBytes());
        data.set("resume", resume(ready.inbox()));
        ObjectNode channels = data.putObject("channels");
        ObjectNode resets = data.putObject("resets");
        for (Sink.Channel channel : ready.channels()) {
            channels.put(channel.name().value(), channel.top().toString());
            if (channel.resume() instanceof Resume.Reset(String reason)) {
                resets.put(channel.name().value(), reason);
            }
        }
        ArrayNode refused = data.putArray("refused");
        ready.refused().forEach(channel -> refused.add(channel.value()));
        return frame("ready", id, data);
    }

    private ObjectNode resume(Resume resume) {
        ObjectNode data = json.createObjectNode();
        return switch (resume) {
            case Resume.None none -> data.put("kind", "none");
            case Resume.Replay replay -> data.put("kind", "replay");
            case Resume.Reset(String reason) -> data.put("kind", "reset").put("reason", reason);
        };
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
        return frame(
                "resumed",
                0,
                json.createObjectNode()
                        .put("ch", channel.value())
                        .put("from", from.toString())
                        .put("to", to.toString())
                        .put("count", count));
    }

    TextFrame joined(StreamName channel, Cursor top) {
        return frame(
                "joined", 0, json.createObjectNode().put("ch", channel.value()).put("top", top.toString()));
    }

    /** The same whether she watches the person or a group; then {@code ch} says which. */
    TextFrame presence(Optional<UUID> group, Presence presence) {
        ObjectNode data = json.createObjectNode()
                .put("user", presence.userId())
                .put("state", presence.state().name())
                .put("devices", presence.devices());
        Instant lastSeen = presence.lastSeen();
        if (lastSeen != null) {
            data.put("lastSeen", lastSeen.toString());
        }
        group.ifPresent(id -> data.put("ch", PresenceChannel.name(id)));
        return frame("presence", 0, data);
    }

    TextFrame headcount(UUID group, int online, int members) {
        return frame(
                "presence",
                0,
                json.createObjectNode()
                        .put("ch", PresenceChannel.name(group))
                        .put("online", online)
                        .put("members", members));
    }

    TextFrame ok(long id, ObjectNode data) {
        return frame("ok", id, data);
    }

    ObjectNode listening(StreamName channel, Cursor top, Resume resume) {
        ObjectNode data = json.createObjectNode().put("ch", channel.value()).put("top", top.toString());
        data.set("resume", resume(resume));
        return data;
    }

    ObjectNode data() {
        return json.createObjectNode();
    }

    TextFrame error(long id, GwError error, String message) {
        return frame("err", id, data(error, message));
    }

    /** One that may be repeated after that. */
    TextFrame error(long id, GwError error, String message, Duration after) {
        return frame("err", id, data(error, message).put("afterMs", after.toMillis()));
    }

    private ObjectNode data(GwError error, String message) {
        return json.createObjectNode()
                .put("code", error.code())
                .put("msg", message)
                .put("retry", error.mayBeRepeated());
    }

    TextFrame pong(long id) {
        return frame("pong", id, json.createObjectNode());
    }

    TextFrame ping() {
        return frame("ping", 0, json.createObjectNode());
    }

    TextFrame tokenExpiring(Instant expiresAt) {
        return frame("token.expiring", 0, json.createObjectNode().put("expiresAt", expiresAt.toString()));
    }

    TextFrame bye(Farewell farewell) {
        return frame(
                "bye",
                0,
                json.createObjectNode()
                        .put("code", farewell.code())
                        .put("reason", farewell.reason())
                        .put("afterMs", farewell.after().toMillis()));
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
