package org.convoke.gateway.session;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.delivery.Pod;
import org.convoke.gateway.session.RegisterEntries.Entered;
import org.convoke.gateway.stream.RedisLink;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.StreamName;
import org.jboss.logging.Logger;

/**
 * The sessions of each person over all pods, which are bounded. An entry counts as long as its pod renews its lease on
 * the shard, so that nothing is written for a session between its beginning and its end. Hub thread only.
 */
@ApplicationScoped
class Register {

    private static final Logger LOG = Logger.getLogger(Register.class);
    private static final int RENEWALS_IN_A_LEASE = 3;
    /** At each renewal one shard is written again, so that all are long before their entries end. */
    private static final int RENEWALS_KEPT = 3 * StreamName.shards();

    private final RedisLink link;
    private final HubThread hub;
    private final Duration renewal;
    private final RegisterEntries entries;
    private final Map<Integer, Set<Session>> byShard = new HashMap<>();
    /** Left, but perhaps not yet in Redis. */
    private final Set<Session> leaving = new LinkedHashSet<>();

    private int renewals;
    private boolean renewing;

    Register(RedisLinks redis, HubThread hub, Pod pod, GatewayConfig config) {
        this.link = redis.open();
        this.hub = hub;
        this.renewal = config.sessionLease().dividedBy(RENEWALS_IN_A_LEASE);
        this.entries = new RegisterEntries(
                pod.id(), config.sessionsPerUser(), config.sessionLease(), renewal.multipliedBy(RENEWALS_KEPT));
    }

    void start(@Observes StartupEvent event) {
        hub.every(renewal, this::renew);
    }

    /** Also with a fresh token, for a session that is in. */
    Future<Entered> enter(Session session) {
        return link.run(entries.entering(session))
                .map(RegisterEntries::entered)
                .onSuccess(answer -> hub.run(() -> entered(session, answer instanceof Entered.In)))
                .onFailure(unknown -> hub.run(() -> leave(session)));
    }

    private void entered(Session session, boolean isIn) {
        if (session.isClosed()) {
            leave(session);
        } else if (isIn) {
            byShard.computeIfAbsent(RegisterEntries.shard(session), first -> new LinkedHashSet<>())
                    .add(session);
        }
    }

    /** Harmless for a session that never entered. */
    void leave(Session session) {
        byShard.computeIfPresent(RegisterEntries.shard(session), (shard, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
        leaving.add(session);
        if (leaving.size() == 1) {
            strikeOff();
        }
    }

    private void strikeOff() {
        List<Session> gone = List.copyOf(leaving);
        if (!gone.isEmpty()) {
            link.send(gone.stream().map(entries::strikingOff).toList())
                    .onSuccess(done -> hub.run(() -> {
                        gone.forEach(leaving::remove);
                        strikeOff();
                    }))
                    .onFailure(failure -> LOG.debugf("Struck off at the next renewal: %s", failure));
        }
    }

    /** Renews the leases; where one has ended, or it is the shard's turn, the entries are written again. */
    private void renew() {
        strikeOff();
        if (renewing || byShard.isEmpty()) {
            return;
        }
        renewing = true;
        int turn = renewals++ % StreamName.shards();
        List<Integer> shards = List.copyOf(byShard.keySet());
        link.send(shards.stream().map(entries::renewing).toList())
                .onFailure(failure -> LOG.warnf("The leases of the sessions are not renewed: %s", failure))
                .onSuccess(answers -> hub.run(() -> writeAgain(lapsed(shards, answers, turn))))
                .onComplete(over -> hub.run(() -> renewing = false));
    }

    private static List<Integer> lapsed(List<Integer> shards, List<Response> renewed, int turn) {
        return IntStream.range(0, shards.size())
                .filter(i -> renewed.get(i).toInteger() == 0 || shards.get(i) == turn)
                .mapToObj(shards::get)
                .toList();
    }

    private void writeAgain(List<Integer> shards) {
        List<Request> requests = shards.stream()
                .flatMap(shard -> entries.writing(shard, byShard.getOrDefault(shard, Set.of())).stream())
                .toList();
        if (!requests.isEmpty()) {
            link.send(requests).onFailure(failure -> LOG.warnf("The sessions are not registered again: %s", failure));
        }
    }
}
