package org.convoke.gateway.presence;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convoke.gateway.stream.RedisLink;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.Script;
import org.jspecify.annotations.Nullable;

/**
 * A Redis connection that gets only so many calls at a time, whatever comes at once: half of the answers that the client
 * waits for before it gives the connection up. Calls are carried out in the order in which they were made.
 */
final class Pipeline {

    private static final int MOST = 4000;
    private static final int AT_ONCE = 500;

    private record Part(int size, Supplier<Future<List<Response>>> work, Promise<List<Response>> answer) {}

    private final RedisLink link;
    private final Queue<Part> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean starting;

    Pipeline(RedisLinks redis) {
        this.link = redis.open();
    }

    Future<Response> run(Script.Call call) {
        return run(List.of(call)).map(List::getFirst);
    }

    Future<List<Response>> run(List<Script.Call> calls) {
        return inParts(calls, link::run);
    }

    Future<List<Response>> send(List<Request> requests) {
        return inParts(requests, link::send);
    }

    private <T> Future<List<Response>> inParts(List<T> calls, Function<List<T>, Future<List<Response>>> work) {
        List<Future<List<Response>>> parts = new ArrayList<>();
        for (int start = 0; start < calls.size(); start += AT_ONCE) {
            List<T> part = calls.subList(start, Math.min(calls.size(), start + AT_ONCE));
            parts.add(enqueue(part.size(), () -> work.apply(part)));
        }
        return Future.all(parts)
                .map(done ->
                        parts.stream().flatMap(part -> part.result().stream()).toList());
    }

    private Future<List<Response>> enqueue(int size, Supplier<Future<List<Response>>> work) {
        Part part = new Part(size, work, Promise.promise());
        synchronized (this) {
            waiting.add(part);
        }
        startWaiting();
        return part.answer().future();
    }

    /** In their order, whoever comes; outside of the lock, since a failure may be told at once. */
    private void startWaiting() {
        for (Part part = next(); part != null; part = next()) {
            Part current = part;
            current.work().get().onComplete(answer -> {
                over(current);
                current.answer().handle(answer);
            });
            started();
        }
    }

    private synchronized @Nullable Part next() {
        if (starting || waiting.isEmpty() || underWay + waiting.element().size() > MOST) {
            return null;
        }
        starting = true;
        underWay += waiting.element().size();
        return waiting.remove();
    }

    private synchronized void started() {
        starting = false;
    }

    private void over(Part part) {
        synchronized (this) {
            underWay -= part.size();
        }
        startWaiting();
    }
}
