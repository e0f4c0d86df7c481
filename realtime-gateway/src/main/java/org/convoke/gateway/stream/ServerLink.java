package org.convoke.gateway.stream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.PooledRedisConnection;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One connection to one server, opened when needed and again after a failure; what is sent on it is one pipeline. */
final class ServerLink implements RedisLink {

    /** A server that is silent for so long is hung: the connection is given up, the call repeated by whoever needs it. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Redis redis;
    /** No lock: whoever tells of the end of a connection holds one of the client's. */
    private final AtomicReference<@Nullable Future<RedisConnection>> connection = new AtomicReference<>();

    ServerLink(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Future<List<Response>> run(List<Script.Call> calls) {
        if (calls.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return send(calls.stream().map(Script.Call::byDigest).toList())
                .recover(failure -> isUnknownScript(failure)
                        ? send(calls.stream().map(Script.Call::byText).toList())
                        : Future.failedFuture(failure));
    }

    /** One pipeline fails as a whole. */
    @Override
    public Future<List<Future<Response>>> attempt(List<Script.Call> calls) {
        return run(calls)
                .map(answers -> answers.stream().map(Future::succeededFuture).toList())
                .otherwise(failure -> calls.stream()
                        .map(call -> Future.<Response>failedFuture(failure))
                        .toList());
    }

    @Override
    public Future<List<Response>> publish(List<Message> messages) {
        return send(messages.stream().map(Message::request).toList());
    }

    @Override
    public Future<List<Response>> send(List<Request> requests) {
        return connected()
                .compose(live -> live.batch(requests)
                        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(failure -> forget(live, failure)));
    }

    private Future<RedisConnection> connected() {
        Future<RedisConnection> known = connection.get();
        if (known != null && !known.failed()) {
            return known;
        }
        Promise<RedisConnection> fresh = Promise.promise();
        if (!connection.compareAndSet(known, fresh.future())) {
            return connected();
        }
        connect().onComplete(fresh);
        return fresh.future();
    }

    private Future<RedisConnection> connect() {
        return connect(redis).onSuccess(live -> {
            live.exceptionHandler(failure -> forget(live, failure));
            live.endHandler(end -> forget(live, null));
        });
    }

    /** A new connection; fails when the server does not greet in time, and drops one that comes too late. */
    static Future<RedisConnection> connect(Redis redis) {
        Future<RedisConnection> opening = redis.connect();
        Future<RedisConnection> inTime = opening.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        inTime.onFailure(late -> opening.onSuccess(RedisConnection::close));
        return inTime;
    }

    private void forget(RedisConnection dead, @Nullable Throwable failure) {
        if (failure != null && isAnswer(failure)) {
            return;
        }
        Future<RedisConnection> known = connection.get();
        boolean isCurrent = known != null && known.succeeded() && known.result() == dead;
        if (isCurrent && connection.compareAndSet(known, null)) {
            sever(dead);
        }
    }

    /** Really closes: a pooled connection that is merely closed is handed out again, hung as it is. */
    static void sever(RedisConnection dead) {
        if (dead instanceof PooledRedisConnection pooled) {
            pooled.actual().forceClose();
        }
        dead.close();
    }

    /**
     * An error that Redis answered; the connection is sound, unless it leads to a replica or a server without data. The
     * client also puts what became of the connection into such errors.
     */
    private static boolean isAnswer(Throwable failure) {
        return failure instanceof ErrorType
                && Stream.of("READONLY", "MASTERDOWN", "CONNECTION_CLOSED", "Exception")
                        .noneMatch(failure.getMessage()::contains);
    }

    private static boolean isUnknownScript(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().contains("NOSCRIPT");
    }
}
