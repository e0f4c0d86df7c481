package org.convoke.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.convoke.gateway.wire.FrameRate.Verdict;
import org.junit.jupiter.api.Test;

class FrameRateTest {

    private final AtomicLong now = new AtomicLong(42);
    private final FrameRate rate = new FrameRate(20, 60, now::get);

    @Test
    void aBurstIsTakenAndThenSoManyASecond() {
        takenTimes(60);
        assertThat(rate.next()).isInstanceOf(Verdict.Warned.class);
        pass(Duration.ofMillis(1050));
        takenTimes(20);
        assertThat(rate.next()).isNotInstanceOf(Verdict.Taken.class);
    }

    @Test
    void aLimitOfZeroIsNoLimit() {
        FrameRate none = new FrameRate(0, 60, now::get);
        for (int i = 0; i < 1_000; i++) {
            assertThat(none.next()).isInstanceOf(Verdict.Taken.class);
        }
    }

    @Test
    void whoComesWhenToldIsTaken() {
        takenTimes(60);
        Verdict.Warned warned = (Verdict.Warned) rate.next();
        assertThat(warned.after()).isBetween(Duration.ofMillis(50), Duration.ofMillis(101));
        pass(warned.after());
        takenTimes(1);
    }

    @Test
    void theWarningIsSaidOnceUntilAFrameIsTakenAgain() {
        takenTimes(60);
        assertThat(rate.next()).isInstanceOf(Verdict.Warned.class);
        assertThat(rate.next()).isInstanceOf(Verdict.Dropped.class);
        pass(Duration.ofMillis(200));
        takenTimes(1);
        assertThat(rate.next()).isInstanceOfAny(Verdict.Taken.class, Verdict.Warned.class);
    }

    @Test
    void whoGoesOnIsOverOnceAndForAll() {
        takenTimes(60);
        for (int i = 0; i < 60; i++) {
            assertThat(rate.next()).isInstanceOfAny(Verdict.Warned.class, Verdict.Dropped.class);
        }
        assertThat(rate.next()).isInstanceOf(Verdict.Over.class);
        pass(Duration.ofMinutes(1));
        assertThat(rate.next()).isInstanceOf(Verdict.Dropped.class);
    }

    @Test
    void aLittleTooFastEndsToo() {
        Verdict last = new Verdict.Taken();
        for (int second = 0; second < 60 && !(last instanceof Verdict.Over); second++) {
            for (int frame = 0; frame < 30 && !(last instanceof Verdict.Over); frame++) {
                last = rate.next();
                pass(Duration.ofSeconds(1).dividedBy(30));
            }
        }
        assertThat(last).isInstanceOf(Verdict.Over.class);
    }

    @Test
    void atTheAllowedRateOneGoesOnForEver() {
        for (int frame = 0; frame < 10_000; frame++) {
            takenTimes(1);
            pass(Duration.ofMillis(50));
        }
    }

    private void takenTimes(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(rate.next()).isInstanceOf(Verdict.Taken.class);
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
