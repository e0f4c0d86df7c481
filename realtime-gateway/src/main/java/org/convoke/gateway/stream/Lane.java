package org.convoke.gateway.stream;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Response;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out one piece of work after the other, in the order in which they came. */
final class Lane {

    private record Turn(Supplier<Future<List<Response>>> work, Promise<List<Response>> answer) {}

    private final Queue<Turn> waiting = new ArrayDeque<>();
    private boolean busy;

    Future<List<Response>> take(Supplier<Future<List<Response>>> work) {
        Turn turn = new Turn(work, Promise.promise());
        synchronized (this) {
            waiting.add(turn);
        }
        go();
        return turn.answer().future();
    }

    private void go() {
        for (Turn turn = next(); turn != null; turn = next()) {
            Turn current = turn;
            Future<List<Response>> answer = current.work().get();
            if (!answer.isComplete()) {
                answer.onComplete(done -> {
                    over(current, done);
                    go();
                });
                return;
            }
            over(current, answer);
        }
    }

    private synchronized @Nullable Turn next() {
        Turn turn = busy ? null : waiting.poll();
        busy |= turn != null;
        return turn;
    }

    private void over(Turn turn, AsyncResult<List<Response>> answer) {
        synchronized (this) {
            busy = false;
        }
        turn.answer().handle(answer);
    }
}
