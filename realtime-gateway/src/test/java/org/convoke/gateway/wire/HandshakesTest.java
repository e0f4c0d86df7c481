package org.convoke.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HandshakesTest {

    private final AtomicLong now = new AtomicLong();
    private final Handshakes handshakes = new Handshakes(50, now::get);

    @Test
    void soManyComeInAtOnceAndInEachSecond() {
        for (int second = 0; second < 3; second++) {
            for (int i = 0; i < 50; i++) {
                assertThat(handshakes.take()).isZero();
            }
            assertThat(handshakes.take()).isPositive();
            pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void aStormIsSpreadOverTheSecondsThatItNeeds() {
        TreeMap<Long, Integer> told = new TreeMap<>();
        for (int i = 0; i < 550; i++) {
            told.merge(handshakes.take(), 1, Integer::sum);
        }
        assertThat(told).containsEntry(0L, 50);
        assertThat(told.tailMap(1L).values()).allMatch(each -> each <= 51);
        assertThat(told.lastKey()).isBetween(10L, 11L);
        for (long second = 1; second <= told.lastKey(); second++) {
            pass(Duration.ofSeconds(1));
            long in = 0;
            for (int i = 0; i < told.getOrDefault(second, 0); i++) {
                in += handshakes.take() == 0 ? 1 : 0;
            }
            assertThat(in).isGreaterThanOrEqualTo(told.getOrDefault(second, 0) - 1);
        }
    }

    @Test
    void nobodyIsSentAwayForLong() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(handshakes.take()).isLessThanOrEqualTo(30);
        }
    }

    @Test
    void zeroIsNoLimit() {
        Handshakes open = new Handshakes(0, now::get);
        for (int i = 0; i < 10_000; i++) {
            assertThat(open.take()).isZero();
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
