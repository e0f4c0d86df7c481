package org.convoke.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.convoke.local.Ports;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Someone;

/** The REST doors, operation by operation: found, invite, accept, list members. */
final class RestBench {

    private static final int GROUPS = 750;

    private static final int FEWEST_GUESTS = 16;

    private final Measurements measurements;
    private final Duration time;
    private final List<Someone> guests;

    private RestBench(Measurements measurements, Duration time, List<Someone> guests) {
        this.measurements = measurements;
        this.time = time;
        this.guests = guests;
    }

    /** Measures all that there is time for. */
    static void run(Api api, Ports ports, Duration time, Measurements measurements) {
        measurements.say("making guests …");
        List<Someone> guests = new Guests(api, ports)
                .make(Math.max(FEWEST_GUESTS, measurements.load().clients()));
        RestBench bench = new RestBench(measurements, time, guests);
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

    /** Every client has groups of her own and invites all others to each of them. */
    private Queue<Pending> invite() {
        List<Queue<Wish>> wishes = guests.stream().map(this::wishes).toList();
        Queue<Pending> pending = new ConcurrentLinkedQueue<>();
        measurements.measure("invite", time, client -> {
            Wish next = wishes.get(client).poll();
            return next != null && pending.add(next.by(guests.get(client)));
        });
        return pending;
    }

    /** Somebody who is to be invited to a group. */
    private record Wish(Someone guest, JsonNode group) {

        Pending by(Someone inviter) {
            return new Pending(guest, inviter.invite(group, guest, "Join us"));
        }
    }

    private Queue<Wish> wishes(Someone owner) {
        Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < GROUPS / guests.size(); i++) {
            JsonNode group = owner.createGroup("Bench");
            guests.stream()
                    .filter(guest -> guest != owner)
                    .map(guest -> new Wish(guest, group))
                    .forEach(wishes::add);
        }
        return wishes;
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
