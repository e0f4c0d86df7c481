package org.convoke.local.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final int TEN_MILLIS = 10_000_000;

    @Test
    void eachQuestionHasItsInstantAndIsNotAskedBefore() {
        Map<Integer, Long> dues = new ConcurrentHashMap<>();
        List<Long> early = new CopyOnWriteArrayList<>();
        var loop = new OpenLoop(100, Duration.ofMillis(50), 2);
        loop.run((number, due) -> {
            dues.put(number, due);
            if (System.nanoTime() < due) {
                early.add(due);
            }
        });
        assertThat(loop.questions()).isEqualTo(5);
        assertThat(early).isEmpty();
        assertThat(dues).hasSize(5);
        assertThat(dues.get(4) - dues.get(0)).isEqualTo(4 * TEN_MILLIS);
    }

    @Test
    void whoWaitsForASlowAnswerHasWaitedSinceHerInstant() {
        CountDownLatch answer = new CountDownLatch(1);
        List<Long> late = new CopyOnWriteArrayList<>();
        Thread.startVirtualThread(() -> {
            sleepUntil(System.nanoTime() + 5 * TEN_MILLIS);
            answer.countDown();
        });
        new OpenLoop(100, Duration.ofMillis(30), 1).run((number, due) -> {
            awaits(answer);
            late.add(System.nanoTime() - due);
        });
        assertThat(late).hasSize(3).allMatch(nanos -> nanos > 2L * TEN_MILLIS);
    }

    @Test
    void whatWasTakenAndNotReceivedIsMissing() {
        Receipts receipts = new Receipts(100, 3);
        receipts.heard(0, 101, Unpooled.EMPTY_BUFFER);
        receipts.accepted(100, System.nanoTime());
        receipts.accepted(101, System.nanoTime() - TEN_MILLIS);
        receipts.refused("503");
        receipts.heard(0, 99, Unpooled.EMPTY_BUFFER);
        assertThat(receipts.accepted()).isEqualTo(2);
        assertThat(receipts.refusals()).isEqualTo(1);
        assertThat(receipts.lastRefusal()).isEqualTo("503");
        assertThat(receipts.missing()).isEqualTo(1);
        assertThat(receipts.latencies(Duration.ofSeconds(1)).count()).isEqualTo(1);
    }

    private static void sleepUntil(long nanos) {
        while (System.nanoTime() < nanos) {
            LockSupport.parkNanos(nanos - System.nanoTime());
        }
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
