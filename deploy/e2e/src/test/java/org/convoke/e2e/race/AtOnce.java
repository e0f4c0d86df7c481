package org.convoke.e2e.race;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Calls that leave at the same moment, or within a few milliseconds: some are longer on their way to where they meet. */
final class AtOnce {

    private static final long SPREAD = TimeUnit.MILLISECONDS.toNanos(25);

    private AtOnce() {}

    /** The results, in the order of the calls. */
    static <T> List<T> call(List<Callable<T>> calls) throws Exception {
        long spread = ThreadLocalRandom.current().nextBoolean() ? SPREAD : 1;
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = calls.stream()
                    .map(call -> each.submit(() -> {
                        start.await();
                        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(spread));
                        return call.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : all) {
                results.add(result.get());
            }
            return results;
        }
    }
}
