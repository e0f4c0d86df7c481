package org.convoke.parts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands in Kafka. Each record is read once and kept, so that a test may ask as often as it likes. */
public final class TopicLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, List<TopicPartition>> followed = new HashMap<>();
    private final Map<String, List<ConsumerRecord<String, byte[]>>> read = new HashMap<>();

    public TopicLog(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Everything that stood in the topic when this was called; each partition in its order. */
    public synchronized List<ConsumerRecord<String, byte[]>> of(String topic) {
        List<TopicPartition> partitions = followed.computeIfAbsent(topic, this::follow);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(each -> read.get(each.topic()).add(each));
        }
        return List.copyOf(read.get(topic));
    }

    /** Those with the key. */
    public List<ConsumerRecord<String, byte[]>> of(String topic, String key) {
        return of(topic).stream().filter(each -> key.equals(each.key())).toList();
    }

    private List<TopicPartition> follow(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Set<TopicPartition> all = new LinkedHashSet<>(consumer.assignment());
        all.addAll(partitions);
        consumer.assign(all);
        consumer.seekToBeginning(partitions);
        read.put(topic, new ArrayList<>());
        return partitions;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
