package org.convoke.e2e.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.convoke.e2e.Running;
import org.convoke.events.CloudEvents;
import org.convoke.events.Fact;
import org.convoke.events.Topic;
import org.convoke.events.Unreadable;

/** A topic from its first record to its last. */
final class Told {

    private Told() {}

    /** Each aggregate's facts are in their order. */
    static List<Fact<?>> on(Topic topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + Running.ports().kafka());
        List<Fact<?>> facts = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> told : consumer.poll(Duration.ofMillis(200))) {
                    facts.add(fact(told));
                }
            }
        }
        return facts;
    }

    private static Fact<?> fact(ConsumerRecord<String, byte[]> told) {
        try {
            return CloudEvents.read(told).orElseThrow(() -> new AssertionError("an unknown event: " + told));
        } catch (Unreadable e) {
            throw new AssertionError("unreadable: " + told, e);
        }
    }
}
