package org.convoke.gateway.stream;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.PooledRedisConnection;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One Redis connection of its own, opened when needed and again after a failure; what is sent on it is answered in
 * order. A call that fails has perhaps been carried out: repeating must do no harm.
 */
public final class RedisLink {

    /** A server that is silent for so long is hung: the connection is given up, the call repeated by whoever needs it. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Redis redis;
    private @Nullable Future<RedisConnection> connection;

    public RedisLink(Redis redis) {
        this.redis = redis;
    }

    /** The calls in one pipeline; fails when one of them does. */
    public Future<List<Response>> run(List<Script.Call> calls) {
        if (calls.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return send(calls.stream().map(Script.Call::byDigest).toList())
                .recover(failure -> isUnknownScript(failure)
                        ? send(calls.stream().map(Script.Call::byText).toList())
                        : Future.failedFuture(failure));
    }

    public Future<Response> run(Script.Call call) {
        return run(List.of(call)).map(responses -> responses.get(0));
    }

    public Future<List<Response>> send(List<Request> requests) {
        return connected()
                .compose(live -> live.batch(requests)
                        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(failure -> forget(live, failure)));
    }

    private synchronized Future<RedisConnection> connected() {
        if (connection == null || connection.failed()) {
            connection = connect();
        }
        return connection;
    }

    private Future<RedisConnection> connect() {
        return connect(redis).onSuccess(live -> {
            live.exceptionHandler(failure -> forget(live, failure));
            live.endHandler(end -> forget(live, null));
        });
    }

    /** A new connection; fails when the server does not greet in time, and drops one that comes too late. */
    public static Future<RedisConnection> connect(Redis redis) {
        Future<RedisConnection> opening = redis.connect();
        Future<RedisConnection> inTime = opening.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        inTime.onFailure(late -> opening.onSuccess(RedisConnection::close));
        return inTime;
    }

    private synchronized void forget(RedisConnection dead, @Nullable Throwable failure) {
        if (failure != null && isAnswer(failure)) {
            return;
        }
        if (connection != null && connection.succeeded() && connection.result() == dead) {
            connection = null;
            sever(dead);
        }
    }

    /** Really closes: a pooled connection that is merely closed is handed out again, hung as it is. */
    private static void sever(RedisConnection dead) {
        if (dead instanceof PooledRedisConnection pooled) {
            pooled.actual().forceClose();
        }
        dead.close();
    }

    /** An error that Redis answered; the connection is sound, unless it leads to a replica or a server without data. */
    private static boolean isAnswer(Throwable failure) {
        return failure instanceof ErrorType
                && !failure.getMessage().contains("READONLY")
                && !failure.getMessage().contains("MASTERDOWN");
    }

    private static boolean isUnknownScript(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().contains("NOSCRIPT");
    }
}
