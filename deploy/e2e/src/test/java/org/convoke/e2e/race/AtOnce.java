package org.convoke.e2e.race;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that leave at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** The results, in the order of the calls. */
    static <T> List<T> call(List<Callable<T>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = calls.stream()
                    .map(call -> each.submit(() -> {
                        start.await();
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
