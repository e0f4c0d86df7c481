package org.convoke.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convoke.local.demo.Unexpected;

/** Clients side by side, each of which asks again as soon as it was answered. */
public record Load(int clients) {

    /** Asks and checks the answer. */
    public interface Question {
        /** @return false when there is nothing to ask any more */
        boolean ask(int client);
    }

    private static final Duration LONG = Duration.ofMinutes(1);

    /** Until there is nothing to ask any more; whatever is left after a minute is left. */
    public void run(Question question) {
        run(LONG, question);
    }

    /** For that time, or until there is nothing to ask any more. */
    public Latencies run(Duration time, Question question) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                all.add(threads.submit(() -> askUntil(end, client, question)));
            }
            for (Future<List<Long>> each : all) {
                nanos.addAll(each.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unexpected unexpected ? unexpected : new Unexpected("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
        return Latencies.of(nanos, Duration.ofNanos(System.nanoTime() - start));
    }

    private static List<Long> askUntil(long end, int client, Question question) {
        List<Long> nanos = new ArrayList<>();
        for (long sent = System.nanoTime(); sent < end; sent = System.nanoTime()) {
            if (!question.ask(client)) {
                return nanos;
            }
            nanos.add(System.nanoTime() - sent);
        }
        return nanos;
    }
}
