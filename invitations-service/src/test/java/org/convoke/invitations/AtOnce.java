package org.convoke.invitations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Really at the same time: nobody starts before all are ready. */
public final class AtOnce {

    private AtOnce() {}

    @SafeVarargs
    public static <T> List<T> run(Callable<T>... calls) {
        return run(List.of(calls));
    }

    public static <T> List<T> times(int count, Callable<T> call) {
        return run(IntStream.range(0, count).mapToObj(i -> call).toList());
    }

    public static <T> List<T> run(List<Callable<T>> calls) {
        var ready = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> answers = calls.stream()
                    .map(call -> threads.submit(() -> {
                        ready.await();
                        return call.call();
                    }))
                    .toList();
            return answers.stream().map(AtOnce::answer).toList();
        }
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
