package org.convoke.local.bench.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convoke.local.bench.Latencies;

/**
 * What it took to spread events.
 *
 * @param frames that arrived
 * @param cpu that each part used
 * @param nanos for each event, until its last listener had it
 */
record Spread(long frames, Map<String, Duration> cpu, List<Long> nanos) {

    static final Spread NONE = new Spread(0, Map.of(), List.of());
    private static final double HUNDRED_THOUSAND = 1e5;

    /** Both together. */
    Spread and(Spread other) {
        Map<String, Duration> used = new HashMap<>(cpu);
        other.cpu.forEach((part, time) -> used.merge(part, time, Duration::plus));
        List<Long> all = new ArrayList<>(nanos);
        all.addAll(other.nanos);
        return new Spread(frames + other.frames, used, all);
    }

    /** Seconds of processor time that the part used for 100 000 deliveries. */
    double cpuSeconds(String part) {
        return cpu.getOrDefault(part, Duration.ZERO).toNanos() / 1e9 * HUNDRED_THOUSAND / Math.max(1, frames);
    }

    /** Milliseconds until the last listener had it, of the event in the middle. */
    double millis() {
        return Latencies.of(nanos, Duration.ZERO).millis(50);
    }
}
