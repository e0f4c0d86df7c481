package org.convoke.gateway.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.Presence;
import org.convoke.gateway.session.Resume;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.session.Sink;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamName;

/** What the gateway says besides events, in the JSON that all wires share. */
@ApplicationScoped
public class Statements {

    /** The largest frame of a client, in bytes. */
    public static final int MAX_FRAME = 16_384;

    private final ObjectMapper json;
    private final GatewayConfig config;

    Statements(ObjectMapper json, GatewayConfig config) {
        this.json = json;
        this.config = config;
    }

    public ObjectNode nothing() {
        return json.createObjectNode();
    }

    public ObjectNode ready(Session session, Instant expiresAt, Sink.Ready ready) {
        ObjectNode data = nothing()
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
        return data;
    }

    private ObjectNode resume(Resume resume) {
        ObjectNode data = nothing();
        return switch (resume) {
            case Resume.None none -> data.put("kind", "none");
            case Resume.Replay replay -> data.put("kind", "replay");
            case Resume.Reset(String reason) -> data.put("kind", "reset").put("reason", reason);
        };
    }

    public ObjectNode resumed(StreamName channel, Cursor from, Cursor to, int count) {
        return nothing()
                .put("ch", channel.value())
                .put("from", from.toString())
                .put("to", to.toString())
                .put("count", count);
    }

    public ObjectNode joined(StreamName channel, Cursor top) {
        return nothing().put("ch", channel.value()).put("top", top.toString());
    }

    /** What a group's presence is called where one listens to it. */
    public static String presenceChannel(UUID group) {
        return PresenceChannel.name(group);
    }

    /** The same whether she watches the person or a group; then {@code ch} says which. */
    public ObjectNode presence(String userField, Optional<UUID> group, Presence presence) {
        ObjectNode data = nothing()
                .put(userField, presence.userId())
                .put("state", presence.state().name())
                .put("devices", presence.devices());
        Instant lastSeen = presence.lastSeen();
        if (lastSeen != null) {
            data.put("lastSeen", lastSeen.toString());
        }
        group.ifPresent(id -> data.put("ch", PresenceChannel.name(id)));
        return data;
    }

    public ObjectNode headcount(UUID group, int online, int members) {
        return nothing()
                .put("ch", PresenceChannel.name(group))
                .put("online", online)
                .put("members", members);
    }

    public ObjectNode tokenExpiring(Instant expiresAt) {
        return nothing().put("expiresAt", expiresAt.toString());
    }

    public ObjectNode bye(Farewell farewell) {
        return nothing()
                .put("code", farewell.code())
                .put("reason", farewell.reason())
                .put("afterMs", farewell.after().toMillis());
    }

    /** What an answer says besides that it is one; a refusal without its message. */
    public ObjectNode answer(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> nothing();
            case Answer.Listening listening -> listening(listening);
            case Answer.Watching(String channel) -> nothing().put("ch", channel);
            case Answer.Prolonged(Instant until) -> nothing().put("expiresAt", until.toString());
            case Answer.Malformed malformed -> refusal(Refusal.BAD_REQUEST);
            case Answer.Refused refused -> {
                ObjectNode data = refusal(refused.refusal());
                refused.after().map(Duration::toMillis).ifPresent(after -> data.put("afterMs", after));
                yield data;
            }
        };
    }

    private ObjectNode listening(Answer.Listening answer) {
        ObjectNode data = nothing()
                .put("ch", answer.channel().value())
                .put("top", answer.top().toString());
        data.set("resume", resume(answer.resume()));
        return data;
    }

    private ObjectNode refusal(Refusal refusal) {
        return nothing().put("code", refusal.code()).put("retry", refusal.mayBeRepeated());
    }
}
