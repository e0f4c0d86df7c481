package org.convoke.doors.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestBucketsTest {

    private static final Duration NOW = Duration.ZERO;

    private final Time time = new Time();
    private final RequestBuckets buckets = new RequestBuckets(20, 60, time);

    @Test
    void theSixtyFirstAtOnceWaitsForTheNextTwentiethOfASecond() {
        assertThat(taken(60)).containsOnly(NOW);
        assertThat(buckets.take("ann")).isEqualTo(Duration.ofMillis(50));
        time.passes(Duration.ofMillis(30));
        assertThat(buckets.take("ann")).isEqualTo(Duration.ofMillis(20));
        time.passes(Duration.ofMillis(20));
        assertThat(buckets.take("ann")).isEqualTo(NOW);
        assertThat(buckets.take("ann")).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void twentyASecondAreForEver() {
        assertThat(taken(60)).containsOnly(NOW);
        for (int second = 0; second < 10; second++) {
            time.passes(Duration.ofSeconds(1));
            assertThat(taken(20)).containsOnly(NOW);
            assertThat(buckets.take("ann")).isPositive();
        }
    }

    @Test
    void aBurstIsNeverMoreThanSixty() {
        taken(60);
        time.passes(Duration.ofHours(1));
        assertThat(taken(60)).containsOnly(NOW);
        assertThat(buckets.take("ann")).isPositive();
    }

    @Test
    void othersHaveTheirOwn() {
        taken(61);
        assertThat(buckets.take("ben")).isEqualTo(NOW);
    }

    private Duration[] taken(int times) {
        return IntStream.range(0, times).mapToObj(i -> buckets.take("ann")).toArray(Duration[]::new);
    }

    private static final class Time implements TimeMeter {

        private long nanos;

        void passes(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
