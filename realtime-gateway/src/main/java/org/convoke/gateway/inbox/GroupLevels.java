package org.convoke.gateway.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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

/** What each person has said about notifications of her groups, the same on all her devices. */
@ApplicationScoped
public class GroupLevels {

    private static final String EVENT = "notification:level";

    private final RedisLink link;
    private final Devices devices;
    private final ObjectMapper json;
    private final Clock clock;
    private final Random random = new SecureRandom();

    GroupLevels(RedisLinks redis, Devices devices, ObjectMapper json, Clock clock) {
        this.link = redis.open();
        this.devices = devices;
        this.json = json;
        this.clock = clock;
    }

    /** A group and how much of it is to be a notification. */
    public record GroupLevel(UUID groupId, Level level) {}

    /** The groups of which not everything is. */
    public Future<List<GroupLevel>> list(String user) {
        Request request = Request.cmd(Command.HGETALL).arg("gw:" + tag(user) + ":b:" + user);
        return link.send(List.of(request)).map(answers -> levels(answers.getFirst()));
    }

    private static List<GroupLevel> levels(Response levels) {
        return levels.getKeys().stream()
                .map(group -> new GroupLevel(
                        UUID.fromString(group), Level.valueOf(levels.get(group).toString())))
                .toList();
    }

    /** @return false where she is no member of the group */
    public Future<Boolean> set(String user, UUID group, Level level) {
        ClientEvent event = event(group, level);
        List<String> arguments = List.of(
                user,
                group.toString(),
                level.name(),
                Cursor.newEpoch(random),
                event.id().toString(),
                event.time(),
                event.payload());
        return link.run(Script.INBOX_LEVEL.on(tag(user), arguments)).map(answer -> {
            if (answer.size() > 1) {
                Cursor at = new Cursor(
                        answer.get(3).toString(),
                        answer.get(1).toLong(),
                        answer.get(2).toString());
                devices.tell(user, new StreamEntry(at, event), answer.stream().skip(4));
            }
            return answer.get(0).toString().equals("OK");
        });
    }

    private ClientEvent event(UUID group, Level level) {
        UUID id = Uuids.next();
        String time = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
        String payload = json.createObjectNode()
                .put("eventId", id.toString())
                .put("factId", id.toString())
                .put("occurredAt", time)
                .put("groupId", group.toString())
                .put("level", level.name())
                .toString();
        return new ClientEvent(id, EVENT, time, payload, "");
    }

    private static String tag(String user) {
        return StreamName.inbox(user).tag();
    }
}
