package org.convoke.gateway.session;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The one event loop on which sessions and feeds live: nothing of them is touched from elsewhere, nothing is locked. */
@ApplicationScoped
public class HubThread {

    private final Vertx vertx;
    private final Context context;

    HubThread(Vertx vertx) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    public void run(Runnable task) {
        context.runOnContext(ignored -> task.run());
    }

    /** The same answer, which completes on this thread. */
    public <T> Future<T> bring(Future<T> answer) {
        Promise<T> promise = Promise.promise();
        answer.onComplete(result -> run(() -> promise.handle(result)));
        return promise.future();
    }

    public void after(Duration delay, Runnable task) {
        run(() -> vertx.setTimer(Math.max(1, delay.toMillis()), timer -> task.run()));
    }

    public void every(Duration period, Runnable task) {
        run(() -> vertx.setPeriodic(period.toMillis(), timer -> task.run()));
    }
}
