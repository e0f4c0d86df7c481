package org.convoke.gateway.delivery;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.kafka.common.TopicIdPartition;
import org.jspecify.annotations.Nullable;

/**
 * What one poll brought, in the order of time as far as the order within each partition allows: Kafka knows no order
 * between partitions, but a person who was invited twice expects one.
 */
final class Round {

    /** One record and what it means. */
    record Step(
            TopicIdPartition partition,
            long offset,
            Instant time,
            List<ShardOperation> operations,
            @Nullable String traceparent) {

        Step(TopicIdPartition partition, long offset, Instant time, List<ShardOperation> operations) {
            this(partition, offset, time, operations, null);
        }
    }

    private final Map<TopicIdPartition, Deque<Step>> steps = new HashMap<>();

    void add(Step step) {
        steps.computeIfAbsent(step.partition(), first -> new ArrayDeque<>()).add(step);
    }

    /** One batch for each run of records of one partition in one shard, to be carried out in this order. */
    List<ShardBatch> batches() {
        List<ShardBatch> batches = new ArrayList<>();
        Map<Integer, ShardBatch> current = new HashMap<>();
        for (Step step : merged()) {
            for (ShardOperation operation : step.operations()) {
                int shard = operation.home().shard();
                ShardBatch batch = current.get(shard);
                if (batch == null || !batch.partition().equals(step.partition())) {
                    batch = new ShardBatch(step.partition(), shard);
                    current.put(shard, batch);
                    batches.add(batch);
                }
                batch.add(step.offset(), operation, step.traceparent());
            }
        }
        return batches;
    }

    private List<Step> merged() {
        PriorityQueue<Deque<Step>> heads = new PriorityQueue<>(
                Comparator.comparing((Deque<Step> each) -> each.getFirst().time()));
        steps.values().forEach(each -> heads.add(new ArrayDeque<>(each)));
        List<Step> merged = new ArrayList<>();
        while (!heads.isEmpty()) {
            Deque<Step> earliest = heads.remove();
            merged.add(earliest.removeFirst());
            if (!earliest.isEmpty()) {
                heads.add(earliest);
            }
        }
        return merged;
    }
}
