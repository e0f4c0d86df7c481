package org.convoke.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-02-03T04:05:06Z"));
    private final Pace<String> pace = new Pace<>(Duration.ofSeconds(2), new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void oneInTwoSecondsGoesAheadForEachKey() {
        assertThat(pace.take("ada")).isZero();
        assertThat(pace.take("bob")).isZero();
        pass(Duration.ofMillis(500));
        assertThat(pace.take("ada")).isEqualTo(Duration.ofMillis(1500));
        pass(Duration.ofMillis(1500));
        assertThat(pace.take("ada")).isZero();
    }

    @Test
    void whatIsRefusedDoesNotProlongTheWait() {
        pace.take("ada");
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofMillis(500));
            assertThat(pace.take("ada")).isPositive();
        }
        pass(Duration.ofMillis(500));
        assertThat(pace.take("ada")).isZero();
    }

    @Test
    void nothingIsKeptLongerThanItMatters() {
        for (int i = 0; i < 1000; i++) {
            pace.take("key-" + i);
            pass(Duration.ofMillis(100));
        }
        assertThat(pace.size()).isLessThanOrEqualTo(20);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
