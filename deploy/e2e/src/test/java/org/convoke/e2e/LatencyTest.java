package org.convoke.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convoke.local.demo.Listener;
import org.convoke.local.demo.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long from sending POST /invitations until the invitee hears of it. Reported, not asserted: machines differ. */
@ExtendWith(Running.class)
class LatencyTest {

    private static final int GROUPS = 25;
    private static final int WARM_UP = 100;

    @Test
    void fiveHundredInvitationsOneAfterTheOtherAllArrive() {
        List<Someone> people = Stream.of("alice", "bob", "carol", "dave", "erin")
                .map(Running::signIn)
                .toList();
        Map<Someone, Listener> listeners = people.stream()
                .collect(Collectors.toMap(Function.identity(), each -> Listener.connect(each, "latency")));
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            for (Someone inviter : people) {
                JsonNode group = inviter.createGroup("Latency " + UUID.randomUUID());
                for (Someone invitee : people) {
                    if (invitee != inviter) {
                        millis.add(measure(inviter, group, invitee, listeners.get(invitee)));
                    }
                }
            }
        }
        listeners.values().forEach(Listener::close);
        report("the first " + WARM_UP, millis.subList(0, WARM_UP));
        report("all " + millis.size(), millis);
        report("the last " + (millis.size() - WARM_UP), millis.subList(WARM_UP, millis.size()));
    }

    private static double measure(Someone inviter, JsonNode group, Someone invitee, Listener listener) {
        long sent = System.nanoTime();
        JsonNode invitation = inviter.invite(group, invitee, "Come");
        return (listener.eventOf("invitation:received", invitation).nanos() - sent) / 1e6;
    }

    private static void report(String which, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "invite → received, %s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                which,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                Arrays.stream(sorted).max().orElseThrow());
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
