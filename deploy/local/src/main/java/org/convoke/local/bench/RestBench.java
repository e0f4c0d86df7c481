package org.convoke.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.convoke.local.Ports;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Someone;

/** The REST doors, operation by operation: found, invite, accept, list members. */
final class RestBench {

    /** One more is a prime, so that {@link #pair} meets each guest once in each group. */
    private static final int GROUPS = 750;

    private static final int FEWEST_GUESTS = 16;

    private final Measurements measurements;
    private final Duration time;
    private final Someone alice;
    private final List<Someone> guests;

    private RestBench(Measurements measurements, Duration time, Someone alice, List<Someone> guests) {
        this.measurements = measurements;
        this.time = time;
        this.alice = alice;
        this.guests = guests;
    }

    /** Measures all that there is time for. */
    static void run(Api api, Ports ports, Duration time, Measurements measurements) {
        measurements.say("making guests …");
        List<Someone> guests = new Guests(api, ports)
                .make(Math.max(FEWEST_GUESTS, measurements.load().clients()));
        RestBench bench = new RestBench(measurements, time, api.signIn("alice"), guests);
        bench.reference();
        bench.create();
        bench.accept(bench.invite());
    }

    private void reference() {
        measurements.measure("GET /people/me, the reference", time.dividedBy(2), client -> {
            guests.get(client).get("/people/me");
            return true;
        });
    }

    private void create() {
        measurements.measure("create a group", time, client -> {
            guests.get(client).createGroup("Bench");
            return true;
        });
    }

    /** An invitation that a guest has and nobody has answered. */
    private record Pending(Someone guest, JsonNode invitation) {}

    private Queue<Pending> invite() {
        Queue<JsonNode> founded = new ConcurrentLinkedQueue<>();
        AtomicInteger left = new AtomicInteger(GROUPS);
        measurements.load().run(client -> left.getAndDecrement() > 0 && founded.add(alice.createGroup("Bench")));
        List<JsonNode> groups = List.copyOf(founded);
        Queue<Pending> pending = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        measurements.measure("invite", time, client -> {
            int n = next.getAndIncrement();
            return n < groups.size() * guests.size() && pending.add(pair(n, groups));
        });
        return pending;
    }

    /** Invites: each pair of a group and a guest once, and those that follow each other differ in both. */
    private Pending pair(int n, List<JsonNode> groups) {
        Someone guest = guests.get((n + n / groups.size()) % guests.size());
        return new Pending(guest, alice.invite(groups.get(n % groups.size()), guest, "Join us"));
    }

    private void accept(Queue<Pending> pending) {
        measurements.measure("accept", time, client -> {
            Pending next = pending.poll();
            if (next == null) {
                return false;
            }
            next.guest().accept(next.invitation());
            return true;
        });
    }
}
