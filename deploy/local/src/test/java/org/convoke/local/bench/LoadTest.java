package org.convoke.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.convoke.local.demo.Unexpected;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void theClientsAskSideBySideAndEachAnswerIsCounted() {
        CountDownLatch together = new CountDownLatch(4);
        AtomicInteger left = new AtomicInteger(10);
        Set<Integer> clients = ConcurrentHashMap.newKeySet();
        AtomicInteger asked = new AtomicInteger();
        new Load(4).run(client -> {
            clients.add(client);
            together.countDown();
            awaits(together);
            return left.getAndDecrement() > 0 && asked.incrementAndGet() > 0;
        });
        assertThat(clients).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(asked).hasValue(10);
    }

    @Test
    void anUnexpectedAnswerEndsTheRun() {
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> new Load(2).run(client -> {
                    throw new Unexpected("500, not 201");
                }))
                .withMessage("500, not 201");
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
