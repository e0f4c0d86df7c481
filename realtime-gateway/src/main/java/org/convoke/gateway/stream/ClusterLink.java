package org.convoke.gateway.stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.RequestImpl;
import io.vertx.redis.client.impl.ZModem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Splits what is sent over the nodes of a cluster. Each slot has a lane, so that its calls keep their order although its
 * node changes. While a slot moves, its calls wait: a script run among half of its keys would begin streams anew.
 */
final class ClusterLink implements RedisLink {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Vertx vertx;
    private final Cluster cluster;
    private final Map<String, ServerLink> nodes = new ConcurrentHashMap<>();
    private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();

    ClusterLink(Vertx vertx, Cluster cluster) {
        this.vertx = vertx;
        this.cluster = cluster;
    }

    @Override
    public Future<List<Response>> run(List<Script.Call> calls) {
        return attempt(calls).compose(ClusterLink::all);
    }

    @Override
    public Future<List<Future<Response>>> attempt(List<Script.Call> calls) {
        return split(calls, call -> ZModem.generate(call.tag()), ServerLink::run);
    }

    @Override
    public Future<List<Response>> send(List<Request> requests) {
        return split(
                        requests,
                        request ->
                                ZModem.generate(((RequestImpl) request).keys().getFirst()),
                        ServerLink::send)
                .compose(ClusterLink::all);
    }

    /** By way of any node, if the channel's own is away. */
    @Override
    public Future<List<Response>> publish(List<Message> messages) {
        return all(messages.stream().map(this::publish).toList());
    }

    private Future<Response> publish(Message message) {
        return cluster.nodesFor(message.channel())
                .compose(known ->
                        Cluster.firstOf(known.iterator(), node -> link(node).publish(List.of(message))))
                .map(List::getFirst)
                .onFailure(failure -> cluster.doubt());
    }

    /** Over when all are, so that nothing is under way any more when the caller tries again. */
    private <T> Future<List<Future<Response>>> split(
            List<T> calls, ToIntFunction<T> slotOf, BiFunction<ServerLink, List<T>, Future<List<Response>>> work) {
        Map<Integer, List<Integer>> bySlot = new LinkedHashMap<>();
        for (int i = 0; i < calls.size(); i++) {
            bySlot.computeIfAbsent(slotOf.applyAsInt(calls.get(i)), first -> new ArrayList<>())
                    .add(i);
        }
        List<Future<Response>> answers = new ArrayList<>(Collections.nCopies(calls.size(), Future.succeededFuture()));
        List<Future<List<Response>>> parts = new ArrayList<>();
        bySlot.forEach((slot, positions) -> {
            List<T> here = positions.stream().map(calls::get).toList();
            Future<List<Response>> part = inLane(slot, link -> work.apply(link, here));
            for (int i = 0; i < here.size(); i++) {
                int position = i;
                answers.set(positions.get(i), part.map(all -> all.get(position)));
            }
            parts.add(part);
        });
        return Future.join(parts).map(answers).otherwise(answers);
    }

    private static Future<List<Response>> all(List<Future<Response>> answers) {
        return Future.join(answers).map(done -> done.list());
    }

    private Future<List<Response>> inLane(int slot, Function<ServerLink, Future<List<Response>>> work) {
        long deadline = System.nanoTime() + ServerLink.PATIENCE.toNanos();
        return lanes.computeIfAbsent(slot, first -> new Lane())
                .take(() -> isPast(deadline)
                        ? Future.failedFuture(new TimeoutException("Redis was busy with others"))
                        : attempt(slot, work, deadline));
    }

    private Future<List<Response>> attempt(int slot, Function<ServerLink, Future<List<Response>>> work, long deadline) {
        return cluster.masterOf(slot)
                .compose(node -> work.apply(link(node)))
                .onFailure(failure -> cluster.doubt())
                .recover(failure -> isElsewhere(failure) && !isPast(deadline)
                        ? vertx.timer(PAUSE.toMillis()).compose(again -> attempt(slot, work, deadline))
                        : Future.failedFuture(failure));
    }

    private ServerLink link(String node) {
        return nodes.computeIfAbsent(node, address -> new ServerLink(cluster.client(address)));
    }

    private static boolean isPast(long deadline) {
        return System.nanoTime() - deadline > 0;
    }

    /** The node does not serve the slot (any more, yet), or not all of it. */
    private static boolean isElsewhere(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return Stream.of("MOVED ", "ASK ", "TRYAGAIN", "CLUSTERDOWN").anyMatch(message::contains);
    }
}
