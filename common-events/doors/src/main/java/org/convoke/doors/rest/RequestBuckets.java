package org.convoke.doors.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** For each caller as many requests at once as a burst has, and from then on so many each second. */
final class RequestBuckets {

    private static final int MOST = 100_000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final int perSecond;
    private final int burst;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    RequestBuckets(int perSecond, int burst, TimeMeter time) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.time = time;
        // A bucket that nobody took from for so long is full, as a new one is.
        Duration full = SECOND.multipliedBy(burst).dividedBy(perSecond).plus(SECOND);
        this.buckets =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(full).build();
    }

    /** Takes one; zero when there was one, else the time until there is, and nothing is taken. */
    Duration take(String caller) {
        return Duration.ofNanos(buckets.get(caller, anybody -> full())
                .tryConsumeAndReturnRemaining(1)
                .getNanosToWaitForRefill());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, SECOND))
                .withCustomTimePrecision(time)
                .build();
    }
}
