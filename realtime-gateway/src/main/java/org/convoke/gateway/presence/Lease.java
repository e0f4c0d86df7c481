package org.convoke.gateway.presence;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convoke.gateway.stream.Script;
import org.convoke.gateway.stream.StreamName;
import org.jspecify.annotations.Nullable;

/**
 * A pod's sign of life, for all its sessions at once. Held under a holder's name; when it has ended in between, that
 * holder is dead for good, and the pod takes a lease for a new one.
 */
final class Lease {

    private static final String TAG = new StreamName("leases").tag();

    private final Records records;
    private final String pod;
    private final Duration length;
    private volatile @Nullable String holder;
    private volatile int number;
    private volatile long takenAt;
    private volatile long renewedAt;

    /** @param pod its boot id */
    Lease(Records records, String pod, Duration length) {
        this.records = records;
        this.pod = pod;
        this.length = length;
    }

    /** Under which name the pod holds sessions; empty until there is a lease. */
    Optional<String> holder() {
        return Optional.ofNullable(holder);
    }

    boolean isDue() {
        return holder == null || System.nanoTime() - renewedAt >= length.toNanos() / 3;
    }

    /**
     * Whether it has stood long enough for every living pod to have renewed its own. After an outage of Redis, in which
     * all leases ended, it has not, though it is only about to find that out.
     */
    boolean isSettled() {
        return !isDue() && System.nanoTime() - takenAt >= length.toNanos() / 3;
    }

    /** @return whether the pod has another holder now, in whose name all sessions are to be registered */
    Future<Boolean> renew() {
        String current = holder;
        if (current == null) {
            return take("");
        }
        return run("renew", current).compose(answer -> {
            if (answer.toInteger() == 0) {
                return take(current);
            }
            renewedAt = System.nanoTime();
            return Future.succeededFuture(false);
        });
    }

    private Future<Boolean> take(String former) {
        String next = pod + "." + (number + 1);
        return run("take", next, former).map(answer -> {
            number = number + 1;
            holder = next;
            takenAt = System.nanoTime();
            renewedAt = takenAt;
            return true;
        });
    }

    /** Holders whose lease has ended, for this pod to care for. */
    Future<List<String>> dead() {
        return run("dead", pod)
                .map(answer -> answer.stream().map(Response::toString).toList());
    }

    Future<Void> forget(String dead) {
        return run("forget", dead).mapEmpty();
    }

    private Future<Response> run(String verb, String... arguments) {
        List<String> all = new ArrayList<>(List.of(verb, Long.toString(length.toMillis())));
        all.addAll(List.of(arguments));
        return records.run(List.of(Script.LEASES.on(TAG, all))).map(List::getFirst);
    }
}
