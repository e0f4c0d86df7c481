package org.convoke.gateway.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.convoke.events.Uuids;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.RedisLink;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.Script;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;

/** The notifications of people. What one device marks all devices hear, as an event of the same stream. */
@ApplicationScoped
public class Inbox {

    private static final String EVENT = "notification:read";

    /** Which notifications a list holds. */
    public enum State {
        UNSEEN,
        UNREAD,
        ALL
    }

    private final RedisLink link;
    private final Devices devices;
    private final ObjectMapper json;
    private final Clock clock;
    private final Random random = new SecureRandom();

    Inbox(RedisLinks redis, Devices devices, ObjectMapper json, Clock clock) {
        this.link = redis.open();
        this.devices = devices;
        this.json = json;
        this.clock = clock;
    }

    public Future<Counts> counts(String user) {
        return link.run(Script.INBOX_COUNTS.on(tag(user), List.of(user)))
                .map(answer ->
                        new Counts(answer.get(0).toInteger(), answer.get(1).toInteger()));
    }

    /**
     * The newest first.
     *
     * @param before the sequence number behind which to go on; {@link Long#MAX_VALUE} at the beginning
     */
    public Future<List<Notification>> list(String user, State state, long before, int count) {
        List<String> arguments = List.of(
                user,
                state.name().toLowerCase(java.util.Locale.ROOT),
                before == Long.MAX_VALUE ? "+inf" : Long.toString(before),
                Integer.toString(count));
        return link.run(Script.INBOX_LIST.on(tag(user), arguments)).map(NotificationList::read);
    }

    /** Marks, and tells the person's devices where it changed a count. Answers how many of the named ones there were. */
    public Future<Integer> mark(String user, Mark mark) {
        ClientEvent event = event(mark);
        List<String> arguments = new ArrayList<>(List.of(
                user,
                verb(mark),
                Cursor.newEpoch(random),
                event.id().toString(),
                event.time(),
                event.payload().substring(0, event.payload().length() - 1)));
        arguments.addAll(objects(mark));
        return link.run(Script.INBOX_MARK.on(tag(user), arguments)).map(answer -> {
            tell(user, event, answer);
            return answer.get(0).toInteger();
        });
    }

    private void tell(String user, ClientEvent event, Response answer) {
        if (answer.size() < 7) {
            return;
        }
        Cursor at = new Cursor(
                answer.get(5).toString(), answer.get(3).toLong(), answer.get(4).toString());
        ClientEvent counted = new ClientEvent(
                event.id(), event.name(), event.time(), answer.get(6).toString(), "");
        devices.tell(user, new StreamEntry(at, counted), answer.stream().skip(7));
    }

    private ClientEvent event(Mark mark) {
        UUID id = Uuids.next();
        String time = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
        ObjectNode payload = json.createObjectNode()
                .put("eventId", id.toString())
                .put("factId", id.toString())
                .put("occurredAt", time);
        switch (mark) {
            case Mark.SeenUpTo(Cursor position) -> payload.put("seenUpTo", position.toString());
            case Mark.ReadUpTo(Cursor position) -> payload.put("upTo", position.toString());
            case Mark.Read(List<UUID> ids) -> payload.set("ids", json.valueToTree(ids));
            case Mark.Deleted(UUID deleted) -> payload.set("deleted", json.valueToTree(List.of(deleted)));
        }
        try {
            return new ClientEvent(id, EVENT, time, json.writeValueAsString(payload), "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload that has no JSON", e);
        }
    }

    private static String verb(Mark mark) {
        return switch (mark) {
            case Mark.SeenUpTo seen -> "seen";
            case Mark.ReadUpTo readTo -> "read-to";
            case Mark.Read read -> "read";
            case Mark.Deleted deleted -> "delete";
        };
    }

    private static List<String> objects(Mark mark) {
        return switch (mark) {
            case Mark.SeenUpTo(Cursor position) -> List.of(Long.toString(position.seq()), position.epoch());
            case Mark.ReadUpTo(Cursor position) -> List.of(Long.toString(position.seq()), position.epoch());
            case Mark.Read(List<UUID> ids) -> ids.stream().map(UUID::toString).toList();
            case Mark.Deleted(UUID id) -> List.of(id.toString());
        };
    }

    private static String tag(String user) {
        return StreamName.inbox(user).tag();
    }
}
