package org.convoke.gateway.presence;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convoke.gateway.delivery.Wakeup;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.Script;
import org.convoke.gateway.stream.StreamName;

/** Presence as it is in Redis. All calls go over one connection and are carried out in the order in which they were made. */
@ApplicationScoped
class Records {

    /** Looks without being told of changes. */
    static final String NO_POD = "";

    private static final int REAPED_AT_ONCE = 200;

    private final Pipeline pipeline;
    private final String grace;

    Records(RedisLinks redis, PresenceConfig config) {
        this.pipeline = new Pipeline(redis);
        this.grace = Long.toString(config.grace().toMillis());
    }

    /** One session of a person as its holder tells it. */
    record Attendant(String session, String device, boolean away) {}

    /** The person's sessions on this holder are exactly these; of others, those count no more that ended a grace ago. */
    Future<Settled> hold(String user, String holder, Collection<Attendant> sessions) {
        List<String> arguments = new ArrayList<>(List.of(user, holder));
        for (Attendant each : sessions) {
            arguments.addAll(List.of(each.session(), each.away() ? "1" : "0", each.device()));
        }
        return pipeline.run(call("hold", tag(user), arguments)).map(Settled::of);
    }

    Future<Settled> choose(String user, Choice choice) {
        return pipeline.run(call("choose", tag(user), List.of(user, choice.name())))
                .map(Settled::of);
    }

    /** Clears some of what a dead holder left, in all shards; those whose grace is not over stay. */
    Future<List<Settled>> reap(String holder) {
        List<Script.Call> calls = IntStream.range(0, StreamName.shards())
                .mapToObj(
                        shard -> call("reap", StreamName.tag(shard), List.of(holder, Integer.toString(REAPED_AT_ONCE))))
                .toList();
        return pipeline.run(calls)
                .map(answers -> answers.stream().map(Settled::of).toList());
    }

    /** @param pod that is to be told when one of them changes, or {@link #NO_POD} */
    Future<Map<String, Glimpse>> glimpse(Collection<String> users, List<String> viewers, String pod) {
        List<String> all = List.copyOf(users);
        List<Script.Call> calls = all.stream()
                .map(user -> {
                    List<String> arguments = new ArrayList<>(List.of(user, pod));
                    arguments.addAll(viewers);
                    return call("see", tag(user), arguments);
                })
                .toList();
        return pipeline.run(calls).map(answers -> {
            Map<String, Glimpse> seen = new HashMap<>();
            for (int i = 0; i < all.size(); i++) {
                seen.put(all.get(i), Glimpse.of(all.get(i), viewers, answers.get(i)));
            }
            return seen;
        });
    }

    /** How they all appear, whoever may know it; at most one call a shard. */
    Future<Map<String, Standing>> standings(Collection<String> users) {
        Map<String, List<String>> byTag = new HashMap<>();
        users.forEach(user ->
                byTag.computeIfAbsent(tag(user), first -> new ArrayList<>()).add(user));
        List<String> tags = List.copyOf(byTag.keySet());
        List<Script.Call> calls =
                tags.stream().map(tag -> call("states", tag, byTag.get(tag))).toList();
        return pipeline.run(calls).map(answers -> {
            Map<String, Standing> standings = new HashMap<>();
            for (int i = 0; i < tags.size(); i++) {
                List<String> here = byTag.get(tags.get(i));
                for (int j = 0; j < here.size(); j++) {
                    Response answer = answers.get(i);
                    standings.put(here.get(j), Standing.of(here.get(j), answer.get(2 * j), answer.get(2 * j + 1)));
                }
            }
            return standings;
        });
    }

    /** Which pods watch each of the groups. */
    Future<Map<UUID, List<String>>> watching(Collection<UUID> groups) {
        List<UUID> all = List.copyOf(groups);
        List<Request> requests = all.stream()
                .map(group -> Request.cmd(Command.SMEMBERS).arg(new Wakeup.Reseated(group, "").watchersKey()))
                .toList();
        return pipeline.send(requests).map(found -> {
            Map<UUID, List<String>> pods = new HashMap<>();
            for (int i = 0; i < all.size(); i++) {
                pods.put(
                        all.get(i),
                        found.get(i).stream().map(Response::toString).toList());
            }
            return pods;
        });
    }

    /** The pod wants to hear nothing more of what the hint is about. */
    Future<Void> leave(Wakeup.Hint hint, String pod) {
        return pipeline.send(List.of(
                        Request.cmd(Command.SREM).arg(hint.watchersKey()).arg(pod)))
                .mapEmpty();
    }

    /** Other scripts, in the same order. */
    Future<List<Response>> run(List<Script.Call> calls) {
        return pipeline.run(calls);
    }

    private Script.Call call(String verb, String tag, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(verb, grace));
        all.addAll(arguments);
        return Script.PRESENCE.on(tag, all);
    }

    private static String tag(String user) {
        return StreamName.inbox(user).tag();
    }
}
