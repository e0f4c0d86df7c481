package org.convoke.local.bench.gateway;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks at fixed instants, whether answers come or not. A question that finds no free sender is asked late, and has waited
 * since its instant.
 */
record OpenLoop(int perSecond, Duration time, int senders) {

    /** How much longer late questions are still asked. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    interface Question {
        /** @param due when it was to be asked, in {@link System#nanoTime} */
        void ask(int number, long due);
    }

    int questions() {
        return (int) (perSecond * time.toNanos() / SECOND);
    }

    /** @return from the first instant until the last question was answered */
    Duration run(Question question) {
        long start = System.nanoTime();
        long end = start + time.plus(GRACE).toNanos();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < senders; i++) {
                threads.submit(() -> {
                    for (int number = next.getAndIncrement();
                            number < questions() && System.nanoTime() < end;
                            number = next.getAndIncrement()) {
                        long due = start + number * SECOND / perSecond;
                        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        question.ask(number, due);
                    }
                });
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
