package org.convoke.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.PooledRedisConnection;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.convoke.gateway.SideBySide.Story;
import org.convoke.parts.Redis;

/** One connection to a real server, which hangs or ends. */
final class LinkedServer implements AutoCloseable {

    private static final Duration LONG = ServerLink.PATIENCE.multipliedBy(3);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final Queue<RedisConnection> connections = new ConcurrentLinkedQueue<>();
    private final Redis redis;
    private final ServerLink link;

    LinkedServer(Path home) {
        redis = Redis.start(home, 0);
        link = new ServerLink(remembering(
                io.vertx.redis.client.Redis.createClient(vertx, new RedisOptions().setConnectionString(redis.uri()))));
    }

    @Override
    public void close() {
        vertx.close();
        redis.kill();
    }

    @Story
    void aHungConnectionIsGivenUpForAnother() {
        assertThat(ping()).succeedsWithin(LONG);
        redis.pause();
        assertThat(ping()).failsWithin(LONG);
        redis.resume();
        assertThat(ping()).succeedsWithin(LONG);
        assertThat(connections).hasSize(2);
    }

    /** As when it ended before anybody could be told. */
    @Story
    void aConnectionWhoseEndNobodyHeardOfIsGivenUpToo() {
        assertThat(ping()).succeedsWithin(LONG);
        connections.element().endHandler(end -> {}).exceptionHandler(failure -> {});
        redis.kill();
        redis.restart();
        await().atMost(LONG)
                .until(() -> ping().handle((answer, failure) -> failure == null).join());
    }

    /** The client tells of a connection's end with a lock of its own held, which giving the connection up needs too. */
    @Story
    void whoeverGivesAConnectionUpHoldsNoLockMeanwhile() {
        assertThat(ping()).succeedsWithin(LONG);
        redis.pause();
        CompletableFuture<?> hung = ping();
        synchronized (((PooledRedisConnection) connections.element()).actual()) {
            ThreadInfo givingUp = await().atMost(LONG)
                    .until(this::givingUp, Optional::isPresent)
                    .orElseThrow();
            assertThat(givingUp.getLockedMonitors())
                    .extracting(LockInfo::getClassName)
                    .noneMatch(name -> name.startsWith("org.convoke"));
        }
        assertThat(hung).failsWithin(LONG);
    }

    private Optional<ThreadInfo> givingUp() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, false))
                .filter(thread -> thread.getThreadState() == Thread.State.BLOCKED)
                .filter(thread -> Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(ServerLink.class.getName())))
                .findFirst();
    }

    /** Asked for on an event loop. */
    private CompletableFuture<List<Response>> ping() {
        CompletableFuture<List<Response>> answer = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(now -> link.send(List.of(Request.cmd(Command.PING)))
                        .onSuccess(answer::complete)
                        .onFailure(answer::completeExceptionally));
        return answer;
    }

    private io.vertx.redis.client.Redis remembering(io.vertx.redis.client.Redis client) {
        return (io.vertx.redis.client.Redis) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {io.vertx.redis.client.Redis.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("connect");
                    Future<RedisConnection> opened = client.connect();
                    return opened.onSuccess(connections::add);
                });
    }
}
