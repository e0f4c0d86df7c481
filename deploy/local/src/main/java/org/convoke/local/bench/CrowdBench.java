package org.convoke.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.convoke.local.Ports;
import org.convoke.local.bench.CpuTime.Reading;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Someone;
import org.convoke.local.demo.Unexpected;

/** What concerns thousands at once: the members of a large group, and a batch of invitations. */
final class CrowdBench {

    private static final int MEMBERS = 5_000;
    private static final int RECIPIENTS = 1_000;
    private static final Duration FILLING = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Measurements measurements;
    private final Duration time;
    private final Someone alice;
    private final Crowd crowd;

    private CrowdBench(Measurements measurements, Duration time, Someone alice, Crowd crowd) {
        this.measurements = measurements;
        this.time = time;
        this.alice = alice;
        this.crowd = crowd;
    }

    /** Measures all that there is time for. */
    static void run(Api api, Ports ports, Duration time, Measurements measurements) throws IOException {
        var bench = new CrowdBench(measurements, time, api.signIn("alice"), new Crowd(api, measurements.load()));
        measurements.say("making a crowd …");
        List<String> recipients = bench.crowd.known(RECIPIENTS, bench.filling());
        try (Inboxes inboxes = new Inboxes(ports.redis())) {
            bench.batch(recipients, inboxes);
        }
        bench.members(bench.crowd.known(MEMBERS, bench.filling()));
    }

    private Duration filling() {
        return measurements.deadline().atMost(FILLING);
    }

    private void members(List<String> people) {
        JsonNode group = alice.expect(
                201,
                "POST",
                "/groups",
                Map.of("name", "Crowd", "visibility", "PUBLIC", "joinPolicy", "OPEN", "capacity", 2 * MEMBERS));
        int seated = crowd.seat(group, people, filling()).size();
        String list = "/groups/" + group.path("id").asText() + "/members?limit=100";
        measurements.measure("first 100 of " + seated + " members", time.dividedBy(2), client -> {
            alice.get(list);
            return true;
        });
        String[] cursors = new String[measurements.load().clients()];
        measurements.measure("100 of " + seated + " members, page after page", time.dividedBy(2), client -> {
            JsonNode page = alice.get(cursors[client] == null ? list : list + "&cursor=" + cursors[client]);
            cursors[client] = page.path("next").asText(null);
            return true;
        });
    }

    private void batch(List<String> recipients, Inboxes inboxes) throws IOException {
        String operation = "batch of " + recipients.size() + ", until each inbox has it";
        if (measurements.deadline().left().compareTo(time) < 0) {
            measurements.skip(operation, "no time is left");
            return;
        }
        JsonNode group = alice.createGroup("Batch");
        Reading before = measurements.begin();
        long sent = System.nanoTime();
        Api.Answer answer = alice.call(
                "POST",
                "/invitation-batches",
                Map.of("groupId", group.path("id").asText(), "inviteeIds", recipients, "message", "All of you"));
        switch (answer.status()) {
            case 202 -> measurements.end(operation, before, arrivals(recipients, inboxes, sent));
            case 404 -> measurements.skip(operation, "this stack has no batches");
            default -> throw new Unexpected("POST /invitation-batches: " + answer);
        }
    }

    /** From then until each of them has something in her inbox, which was empty. */
    private Latencies arrivals(List<String> recipients, Inboxes inboxes, long sent) throws IOException {
        List<Long> nanos = new ArrayList<>();
        List<String> waiting = recipients;
        while (!waiting.isEmpty()) {
            if (measurements.deadline().left().isZero()) {
                throw new Unexpected(waiting.size() + " recipients of the batch have not been told in time");
            }
            LockSupport.parkNanos(POLL.toNanos());
            List<Integer> lengths = inboxes.lengths(waiting);
            long now = System.nanoTime() - sent;
            List<String> still = new ArrayList<>();
            for (int i = 0; i < waiting.size(); i++) {
                if (lengths.get(i) == 0) {
                    still.add(waiting.get(i));
                } else {
                    nanos.add(now);
                }
            }
            waiting = still;
        }
        return Latencies.of(nanos, Duration.ofNanos(System.nanoTime() - sent));
    }
}
