package org.convoke.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.convoke.events.CloudEvents;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.Topic;
import org.convoke.events.Unreadable;
import org.convoke.parts.RealParts;

/** What stands in Kafka, read by a consumer of its own from the beginning. */
public final class Told {

    private Told() {}

    /** All facts under the key, once there are so many. */
    public static List<Fact<?>> under(Topic topic, String key, int wanted) {
        List<Fact<?>> facts = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (ConsumerRecord<String, byte[]> kafka : consumer.poll(Duration.ofMillis(100))) {
                    if (key.equals(kafka.key())) {
                        facts.add(read(kafka));
                    }
                }
                return facts.size() >= wanted;
            });
        }
        return facts;
    }

    /** The events of a group, whose numbers must be 1, 2, 3, … */
    public static List<DomainEvent> ofGroup(String group, int wanted) {
        List<Fact<?>> facts = under(Topic.GROUPS, group, wanted);
        for (int i = 0; i < facts.size(); i++) {
            assertThat(facts.get(i).seq()).isEqualTo(i + 1);
        }
        return facts.stream().<DomainEvent>map(Fact::event).toList();
    }

    private static KafkaConsumer<String, byte[]> consumer(Topic topic) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        RealParts.kafka().bootstrapServers(),
                        "client.id",
                        "told-" + UUID.randomUUID()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static Fact<?> read(ConsumerRecord<String, byte[]> kafka) {
        try {
            return CloudEvents.read(kafka).orElseThrow();
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }
}
