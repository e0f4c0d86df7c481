package org.convoke.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.convoke.events.CloudEvents;
import org.convoke.events.Fact;
import org.convoke.events.Topic;
import org.convoke.events.Unreadable;
import org.convoke.parts.RealParts;

/** All that Kafka holds about an invitation or a person, once the outbox is empty: what is not there then was never told. */
public final class Told {

    private Told() {}

    /** The types of the events about one invitation, in order; their numbers have no gap. */
    public static List<String> about(String invitationId) {
        List<Fact<?>> facts = facts(invitationId);
        assertThat(facts)
                .extracting(Fact::seq)
                .isEqualTo(LongStream.rangeClosed(1, facts.size()).boxed().toList());
        return facts.stream()
                .map(fact -> fact.event().getClass().getSimpleName())
                .toList();
    }

    public static List<Fact<?>> facts(String invitationId) {
        return facts(Topic.INVITATIONS, invitationId);
    }

    public static List<Fact<?>> facts(Topic topic, String subject) {
        Awaitility.await().until(() -> !TheDatabase.exists("select from outbox limit 1"));
        try (var kafka = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealParts.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            return all(kafka, topic).stream()
                    .filter(each -> each.key().equals(subject))
                    .<Fact<?>>map(Told::read)
                    .toList();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> all(Consumer<String, byte[]> kafka, Topic topic) {
        List<TopicPartition> partitions = kafka.partitionsFor(topic.topicName()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
        kafka.assign(partitions);
        kafka.seekToBeginning(partitions);
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        while (partitions.stream().anyMatch(each -> kafka.position(each) < ends.get(each))) {
            kafka.poll(Duration.ofMillis(100)).forEach(all::add);
        }
        return all;
    }

    private static Fact<?> read(ConsumerRecord<String, byte[]> kafka) {
        try {
            return CloudEvents.read(kafka).orElseThrow();
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }
}
