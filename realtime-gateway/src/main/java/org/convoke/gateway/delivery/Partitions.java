package org.convoke.gateway.delivery;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The partitions that one consumer holds, read in order into the shards. Where to read from is decided by the watermarks
 * in Redis alone: they live and die with what was written. Kafka's committed offsets only show the lag.
 */
final class Partitions implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final TopicIds topics;
    private final Appender appender;
    private final Translation translation;
    private final Wakeups wakeups;
    private final long sweepNanos;

    private final Watermarks watermarks = new Watermarks();
    private final Map<TopicIdPartition, Long> reached = new HashMap<>();
    private long lastSweep = System.nanoTime();

    Partitions(
            Consumer<String, byte[]> consumer,
            TopicIds topics,
            Appender appender,
            Translation translation,
            Wakeups wakeups,
            Duration sweep) {
        this.consumer = consumer;
        this.topics = topics;
        this.appender = appender;
        this.translation = translation;
        this.wakeups = wakeups;
        this.sweepNanos = sweep.toNanos();
    }

    void readUntil(BooleanSupplier stopped) throws ExecutionException, InterruptedException {
        consumer.subscribe(FactLog.TOPICS, this);
        while (!stopped.getAsBoolean()) {
            apply(consumer.poll(POLL), stopped);
            if (System.nanoTime() - lastSweep >= sweepNanos) {
                if (topics.areOthers()) {
                    return;
                }
                sweep();
                lastSweep = System.nanoTime();
            }
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        // Paused until their position is known, which Redis may keep us waiting for.
        consumer.pause(assigned);
        assigned.forEach(partition -> watermarks.forget(identified(partition)));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        revoked.forEach(partition -> reached.remove(identified(partition)));
    }

    private void apply(ConsumerRecords<String, byte[]> records, BooleanSupplier stopped)
            throws ExecutionException, InterruptedException {
        positionPaused();
        if (records.isEmpty()) {
            return;
        }
        List<ShardBatch> batches = batches(records);
        Set<TopicIdPartition> lost = new HashSet<>();
        Duration pause = FIRST_PAUSE;
        while (!batches.isEmpty() && !stopped.getAsBoolean()) {
            Appender.Outcome outcome = await(appender.append(batches, watermarks));
            wake(outcome.wakeups());
            lost.addAll(outcome.lost());
            batches = outcome.unapplied();
            if (!batches.isEmpty()) {
                holdOn(outcome.failures().getFirst(), pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                batches.removeIf(batch -> !holds(batch.partition()) || lost.contains(batch.partition()));
            }
        }
        if (!stopped.getAsBoolean()) {
            lost.removeIf(partition -> !holds(partition));
            remember(records, lost);
            appender.applied(records.count());
            rewind(lost);
        }
    }

    /** Redis does not answer: stay in the consumer group, read nothing, and try again. */
    private void holdOn(Throwable failure, Duration pause) throws InterruptedException {
        LOG.warnf("Redis does not take the events, trying again: %s", failure);
        Set<TopicPartition> held = consumer.assignment();
        consumer.pause(held);
        Thread.sleep(pause.toMillis());
        consumer.poll(Duration.ZERO);
        Set<TopicPartition> known = consumer.assignment().stream()
                .filter(partition -> held.contains(partition) && reached.containsKey(identified(partition)))
                .collect(Collectors.toSet());
        consumer.resume(known);
    }

    private List<ShardBatch> batches(ConsumerRecords<String, byte[]> records)
            throws ExecutionException, InterruptedException {
        Round round = new Round();
        for (ConsumerRecord<String, byte[]> kafka : records) {
            TopicPartition partition = new TopicPartition(kafka.topic(), kafka.partition());
            round.add(translation.of(identified(partition), kafka));
        }
        return round.batches();
    }

    private void wake(Map<String, List<Wakeup>> byPod) {
        wakeups.send(byPod)
                .onFailure(failure -> LOG.warnf("Pods were not woken and will look for themselves: %s", failure));
    }

    private void remember(ConsumerRecords<String, byte[]> records, Set<TopicIdPartition> lost) {
        for (TopicPartition partition : records.partitions()) {
            TopicIdPartition identified = identified(partition);
            if (reached.containsKey(identified) && !lost.contains(identified)) {
                reached.put(identified, records.records(partition).getLast().offset());
            }
        }
    }

    /** Finds lost tails on shards that nothing is written to, and moves their watermarks along. */
    private void sweep() {
        if (reached.isEmpty()) {
            return;
        }
        try {
            Set<TopicIdPartition> lost = await(appender.advance(reached, watermarks));
            rewind(lost);
            Map<TopicPartition, OffsetAndMetadata> applied = new HashMap<>();
            reached.forEach((partition, offset) -> {
                if (offset >= 0) {
                    applied.put(partition.topicPartition(), new OffsetAndMetadata(offset + 1));
                }
            });
            consumer.commitAsync(applied, null);
        } catch (CompletionException failure) {
            LOG.warnf("The watermarks could not be compared, trying again: %s", failure.getCause());
        }
    }

    /** Redis lost a tail of these: they are read again from where it begins; what other shards have, they drop. */
    private void rewind(Set<TopicIdPartition> lost) {
        if (!lost.isEmpty()) {
            LOG.errorf("Redis lost the tail of streams: %s are replayed", lost);
            appender.rewound(lost);
            lost.forEach(partition -> {
                reached.remove(partition);
                watermarks.forget(partition);
            });
            consumer.pause(lost.stream().map(TopicIdPartition::topicPartition).toList());
            positionPaused();
        }
    }

    /** Partitions without a known position get it from the watermarks, and go on. */
    private void positionPaused() {
        List<TopicIdPartition> unknown = consumer.paused().stream()
                .map(this::identified)
                .filter(partition -> !reached.containsKey(partition))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        try {
            Map<TopicIdPartition, long[]> marks = await(appender.watermarks(unknown));
            Map<TopicIdPartition, Long> forgotten = forgotten(marks);
            if (forgotten.isEmpty()) {
                marks.forEach(this::position);
            } else {
                LOG.errorf("Kafka has forgotten what follows in %s: streams begin another life", forgotten.keySet());
                await(appender.skip(forgotten));
            }
        } catch (CompletionException | TimeoutException failure) {
            LOG.warnf("The watermarks could not be read, trying again: %s", failure);
        }
    }

    private void position(TopicIdPartition partition, long[] marks) {
        watermarks.adopt(partition, marks);
        TopicPartition position = partition.topicPartition();
        consumer.seek(position, watermarks.next(partition));
        reached.put(partition, watermarks.next(partition) - 1);
        consumer.resume(List.of(position));
    }

    /**
     * Away for longer than Kafka keeps its records, nobody can fill the hole.
     *
     * @return the oldest offset that there is, of each partition in which some shard lacks what came before it
     */
    private Map<TopicIdPartition, Long> forgotten(Map<TopicIdPartition, long[]> marks) {
        Map<TopicPartition, Long> oldest = consumer.beginningOffsets(
                marks.keySet().stream().map(TopicIdPartition::topicPartition).toList(), ANSWER);
        Map<TopicIdPartition, Long> forgotten = new HashMap<>();
        marks.forEach((partition, ofShards) -> {
            long first = oldest.get(partition.topicPartition());
            if (Arrays.stream(ofShards).anyMatch(mark -> mark >= 0 && mark + 1 < first)) {
                forgotten.put(partition, first);
            }
        });
        return forgotten;
    }

    private boolean holds(TopicIdPartition partition) {
        return reached.containsKey(partition);
    }

    private TopicIdPartition identified(TopicPartition partition) {
        return new TopicIdPartition(topics.of(partition.topic()), partition);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
