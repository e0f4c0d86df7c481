package org.convoke.local.bench;

import java.time.Duration;
import java.util.Collection;

/**
 * How long each of many answers took.
 *
 * @param sorted in nanoseconds
 * @param elapsed from the first question to the last answer
 */
public record Latencies(long[] sorted, Duration elapsed) {

    public static Latencies of(Collection<Long> nanos, Duration elapsed) {
        return new Latencies(nanos.stream().mapToLong(Long::longValue).sorted().toArray(), elapsed);
    }

    public int count() {
        return sorted.length;
    }

    public double perSecond() {
        return count() / (elapsed.toNanos() / 1e9);
    }

    /** The time in milliseconds within which {@code percent} of the answers came (nearest rank); 0 of none. */
    public double millis(double percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
