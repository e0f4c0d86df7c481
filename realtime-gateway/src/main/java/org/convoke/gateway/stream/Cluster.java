package org.convoke.gateway.stream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.ZModem;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a Redis Cluster, each with a client of its own: the one that Vert.x has for a cluster refuses a pipeline
 * over several nodes, and follows a slot that is moving to where only some of its keys are.
 */
final class Cluster implements RedisServers {

    /** A node that is silent for so long is not asked any further. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** So that many failures at once are one question. */
    private static final Duration FRESH = Duration.ofMillis(50);

    private final Vertx vertx;
    private final RedisOptions options;
    private final Map<String, Redis> clients = new ConcurrentHashMap<>();

    private @Nullable Future<Slots> slots;
    private int asked;
    private long askedAt;

    Cluster(Vertx vertx, RedisOptions options) {
        this.vertx = vertx;
        this.options = options;
    }

    @Override
    public RedisLink link() {
        return new ClusterLink(vertx, this);
    }

    Redis client(String node) {
        return clients.computeIfAbsent(
                node,
                address -> Redis.createClient(
                        vertx,
                        new RedisOptions(options)
                                .setType(RedisClientType.STANDALONE)
                                .setEndpoints(List.of(address))));
    }

    /** The node that serves the slot, as far as we know. */
    Future<String> masterOf(int slot) {
        return slots().recover(failure -> Future.failedFuture("CLUSTERDOWN No node tells its slots: " + failure))
                .compose(known -> known.masterOf(slot)
                        .map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture("CLUSTERDOWN Nobody serves the slot " + slot)));
    }

    /** All nodes, beginning with the one that serves the channel's slot: the cluster carries a message to every node. */
    Future<List<String>> nodesFor(String channel) {
        return slots().map(known -> {
            Set<String> nodes = new LinkedHashSet<>();
            known.masterOf(ZModem.generate(channel)).ifPresent(nodes::add);
            known.ranges().forEach(range -> nodes.add(range.master()));
            return List.copyOf(nodes);
        });
    }

    /** What is known of the slots has turned out to be wrong; whoever needs them asks again. */
    synchronized void doubt() {
        boolean isFresh = System.nanoTime() - askedAt < FRESH.toNanos();
        if (slots != null && slots.isComplete() && !isFresh) {
            slots = null;
        }
    }

    private Future<Slots> slots() {
        Promise<Slots> answer = Promise.promise();
        List<String> turns;
        synchronized (this) {
            if (slots != null && !slots.failed()) {
                return slots;
            }
            Set<String> nodes = new LinkedHashSet<>(clients.keySet());
            nodes.addAll(options.getEndpoints());
            turns = new ArrayList<>(nodes);
            // Each time another one first: a node that is cut off tells what was.
            Collections.rotate(turns, asked++);
            askedAt = System.nanoTime();
            slots = answer.future();
        }
        // Outside of the lock: a failure that is told at once may be told by whoever holds one of the client's.
        firstOf(turns.iterator(), this::slotsAsSeenBy).onComplete(answer);
        return answer.future();
    }

    private Future<Slots> slotsAsSeenBy(String node) {
        return ask(node, Request.cmd(Command.CLUSTER).arg("SLOTS")).compose(answer -> {
            Slots seen = Slots.of(URI.create(node), answer);
            return seen.ranges().isEmpty()
                    ? Future.failedFuture("CLUSTERDOWN " + node + " knows of no slots")
                    : Future.succeededFuture(seen);
        });
    }

    /** The first that succeeds; else fails as the last one did. */
    static <T> Future<T> firstOf(Iterator<String> nodes, Function<String, Future<T>> attempt) {
        Future<T> first = attempt.apply(nodes.next());
        return nodes.hasNext() ? first.recover(failure -> firstOf(nodes, attempt)) : first;
    }

    @Override
    public Future<RedisConnection> listening(String channel) {
        return nodesFor(channel)
                .compose(nodes -> firstOf(nodes.iterator(), node -> ServerLink.connect(client(node))))
                .onFailure(failure -> doubt());
    }

    @Override
    public Future<Set<String>> unheard(Collection<String> channels) {
        if (channels.isEmpty()) {
            return Future.succeededFuture(Set.of());
        }
        Request request = Request.cmd(Command.PUBSUB).arg("NUMSUB");
        channels.forEach(request::arg);
        return slots().compose(known -> Future.all(
                        known.nodes().stream().map(node -> ask(node, request)).toList())
                .map(answers -> without(channels, answers.list())));
    }

    /** An answer is (channel, number)... */
    private static Set<String> without(Collection<String> channels, List<Response> answers) {
        Set<String> unheard = new HashSet<>(channels);
        for (Response answer : answers) {
            for (int i = 0; i < answer.size(); i += 2) {
                if (answer.get(i + 1).toLong() > 0) {
                    unheard.remove(answer.get(i).toString());
                }
            }
        }
        return unheard;
    }

    private Future<Response> ask(String node, Request question) {
        Future<Response> answer = ServerLink.connect(client(node))
                .compose(live -> live.send(question)
                        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .onSuccess(answered -> live.close())
                        .onFailure(failure -> ServerLink.sever(live)));
        return answer.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
