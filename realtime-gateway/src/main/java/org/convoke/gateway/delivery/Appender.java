package org.convoke.gateway.delivery;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.TopicIdPartition;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.RedisLink;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.Script;
import org.convoke.gateway.stream.StreamName;

/** Writes to the shards: batches of operations, watermarks, and the reading of watermarks. */
@ApplicationScoped
class Appender {

    /**
     * What a round of appends brought: partitions whose tail Redis lost, and whom to wake.
     *
     * @param unapplied what Redis, or a part of it, did not take
     * @param failures why
     */
    record Outcome(
            Set<TopicIdPartition> lost,
            Map<String, List<Wakeup>> wakeups,
            List<ShardBatch> unapplied,
            List<Throwable> failures) {

        Outcome() {
            this(new LinkedHashSet<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        }

        private void failed(ShardBatch batch, Throwable failure) {
            unapplied.add(batch);
            failures.add(failure);
        }
    }

    private final RedisLink link;
    private final DeliveryMetrics metrics;
    private final Traces traces;
    private final Random random = new SecureRandom();

    Appender(RedisLinks redis, DeliveryMetrics metrics, Traces traces) {
        this.link = redis.open();
        this.metrics = metrics;
        this.traces = traces;
    }

    /** Applies all batches, in their order. Repeating it after a failure changes nothing twice. */
    Future<Outcome> append(List<ShardBatch> batches, Watermarks watermarks) {
        List<Span> spans = batches.stream()
                .flatMap(ShardBatch::traces)
                .distinct()
                .map(trace -> traces.begin("append", trace))
                .toList();
        Future<List<Future<Response>>> appended = metrics.appending(link.attempt(calls(batches, watermarks)));
        return appended.onComplete(over -> spans.forEach(Span::end)).map(answers -> {
            Outcome outcome = new Outcome();
            for (int i = 0; i < batches.size(); i++) {
                Future<Response> answer = answers.get(i);
                if (answer.succeeded()) {
                    collect(batches.get(i), answer.result(), watermarks, outcome);
                } else {
                    outcome.failed(batches.get(i), answer.cause());
                }
            }
            return outcome;
        });
    }

    /** The partitions are read again, from where Redis lost their tail. */
    void rewound(Set<TopicIdPartition> lost) {
        metrics.rolledBack(lost.size());
    }

    void applied(int records) {
        metrics.applied(records);
    }

    /** Each call expects what the one before it in the same shard and partition leaves behind. */
    private List<Script.Call> calls(List<ShardBatch> batches, Watermarks watermarks) {
        Map<String, Long> expected = new HashMap<>();
        List<Script.Call> calls = new ArrayList<>();
        for (ShardBatch batch : batches) {
            String place = batch.shard() + "/" + Watermarks.field(batch.partition());
            long before = expected.getOrDefault(place, watermarks.of(batch.partition(), batch.shard()));
            calls.add(batch.call(before, Cursor.newEpoch(random)));
            expected.put(place, Math.max(before, batch.last()));
        }
        return calls;
    }

    private static void collect(ShardBatch batch, Response answer, Watermarks watermarks, Outcome outcome) {
        if (ShardBatch.isLost(answer)) {
            outcome.lost().add(batch.partition());
            return;
        }
        watermarks.reached(batch.partition(), batch.shard(), ShardBatch.watermark(answer));
        batch.wakeups(
                answer,
                (pod, wakeup) -> outcome.wakeups()
                        .computeIfAbsent(pod, first -> new ArrayList<>())
                        .add(wakeup));
    }

    /**
     * Moves the watermarks of all shards up to what was read.
     *
     * @param reached the last offset read and applied, of each partition
     * @return the partitions of which some shard has lost its tail
     */
    Future<Set<TopicIdPartition>> advance(Map<TopicIdPartition, Long> reached, Watermarks watermarks) {
        List<Script.Call> calls = new ArrayList<>();
        for (int shard = 0; shard < StreamName.shards(); shard++) {
            List<String> arguments = new ArrayList<>();
            for (Map.Entry<TopicIdPartition, Long> each : reached.entrySet()) {
                arguments.add(Watermarks.field(each.getKey()));
                arguments.add(Long.toString(watermarks.of(each.getKey(), shard)));
                arguments.add(Long.toString(each.getValue()));
            }
            calls.add(Script.ADVANCE.on(StreamName.tag(shard), arguments));
        }
        return link.run(calls).map(answers -> advanced(answers, reached, watermarks));
    }

    private static Set<TopicIdPartition> advanced(
            List<Response> answers, Map<TopicIdPartition, Long> reached, Watermarks watermarks) {
        Set<TopicIdPartition> lost = new LinkedHashSet<>();
        for (int shard = 0; shard < answers.size(); shard++) {
            List<String> fields =
                    answers.get(shard).stream().map(Response::toString).toList();
            for (Map.Entry<TopicIdPartition, Long> each : reached.entrySet()) {
                if (fields.contains(Watermarks.field(each.getKey()))) {
                    lost.add(each.getKey());
                } else {
                    watermarks.reached(each.getKey(), shard, each.getValue());
                }
            }
        }
        return lost;
    }

    /**
     * Gives the streams of a shard another life where Kafka has forgotten what follows its watermark.
     *
     * @param oldest the first offset that there is, of each partition
     */
    Future<Void> skip(Map<TopicIdPartition, Long> oldest) {
        List<Script.Call> calls = new ArrayList<>();
        for (int shard = 0; shard < StreamName.shards(); shard++) {
            List<String> arguments = new ArrayList<>(List.of(Cursor.newEpoch(random)));
            oldest.forEach(
                    (partition, offset) -> arguments.addAll(List.of(Watermarks.field(partition), offset.toString())));
            calls.add(Script.SKIP.on(StreamName.tag(shard), arguments));
        }
        return link.run(calls).mapEmpty();
    }

    /** The watermarks of all shards as they are in Redis. */
    Future<Map<TopicIdPartition, long[]>> watermarks(Collection<TopicIdPartition> partitions) {
        List<TopicIdPartition> all = List.copyOf(partitions);
        List<Request> requests = new ArrayList<>();
        for (int shard = 0; shard < StreamName.shards(); shard++) {
            Request request = Request.cmd(Command.HMGET).arg("gw:" + StreamName.tag(shard) + ":w");
            all.forEach(partition -> request.arg(Watermarks.field(partition)));
            requests.add(request);
        }
        return link.send(requests).map(answers -> {
            Map<TopicIdPartition, long[]> marks = new HashMap<>();
            for (int i = 0; i < all.size(); i++) {
                int index = i;
                marks.put(
                        all.get(i),
                        answers.stream()
                                .map(answer -> answer.get(index))
                                .mapToLong(mark -> mark == null ? Watermarks.NONE : mark.toLong())
                                .toArray());
            }
            return marks;
        });
    }
}
