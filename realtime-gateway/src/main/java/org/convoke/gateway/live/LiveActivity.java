package org.convoke.gateway.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convoke.events.Uuids;
import org.convoke.gateway.delivery.Wakeup;
import org.convoke.gateway.delivery.Wakeups;
import org.convoke.gateway.presence.People;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.RedisLink;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.Script;
import org.convoke.gateway.stream.StreamName;

/**
 * Passes on what a member is doing to the other connected members of the group, at most once in two seconds; lost, it is
 * lost. Of whoever is invisible nothing is passed on.
 */
@ApplicationScoped
public class LiveActivity {

    private static final String NAME = "group:live_activity";
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RedisLink link;
    private final Wakeups wakeups;
    private final People people;
    private final ObjectMapper json;
    private final Clock clock;
    private final Pace<Source> pace;

    LiveActivity(RedisLinks redis, Wakeups wakeups, People people, ObjectMapper json, Clock clock) {
        this.link = redis.open();
        this.wakeups = wakeups;
        this.people = people;
        this.json = json;
        this.clock = clock;
        this.pace = new Pace<>(PAUSE, clock);
    }

    private record Source(String said, UUID groupId) {}

    /**
     * Tells of it.
     *
     * @param source the session, or whatever else may say one thing in two seconds
     */
    public Future<Told> tell(String source, Activity activity) {
        Duration wait = pace.take(new Source(source, activity.groupId()));
        if (!wait.isZero()) {
            return Future.succeededFuture(new Told.TooSoon(wait));
        }
        StreamName group = StreamName.group(activity.groupId());
        return link.run(Script.MEMBERS_PODS.on(group.tag(), List.of(group.id(), activity.userId())))
                .compose(answer -> answer.get(0).toString().equals("OK")
                        ? people.isInvisible(activity.userId())
                                .compose(invisible ->
                                        passOn(invisible ? List.of() : pods(answer), wakeup(group, activity)))
                        : Future.succeededFuture(new Told.NotAMember()));
    }

    private static List<String> pods(Response answer) {
        return answer.stream().skip(1).map(Response::toString).toList();
    }

    private Future<Told> passOn(List<String> pods, Wakeup wakeup) {
        Map<String, List<Wakeup>> byPod =
                pods.stream().collect(Collectors.toMap(Function.identity(), pod -> List.of(wakeup)));
        return wakeups.send(byPod).map(new Told.PassedOn());
    }

    private Wakeup wakeup(StreamName group, Activity activity) {
        UUID id = Uuids.next();
        String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        String payload = json.createObjectNode()
                .put("eventId", id.toString())
                .put("occurredAt", now)
                .put("groupId", group.id())
                .put("actorId", activity.userId())
                .put("userId", activity.userId())
                .put("kind", activity.kind().name())
                .toString();
        return new Wakeup.Passing(group.value(), activity.userId(), new ClientEvent(id, NAME, now, payload, ""));
    }
}
