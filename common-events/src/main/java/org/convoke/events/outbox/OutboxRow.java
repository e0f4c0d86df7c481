package org.convoke.events.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.convoke.events.CloudEvents;
import org.convoke.events.Fact;
import org.convoke.events.Topic;
import org.jspecify.annotations.Nullable;

/** A record that waits to be sent; {@code payload} is null for a tombstone. */
public record OutboxRow(
        UUID eventId,
        String topic,
        String key,
        long aggregateSeq,
        String type,
        Map<String, String> headers,
        byte @Nullable [] payload) {

    public static OutboxRow of(Topic topic, Fact<?> fact) {
        return new OutboxRow(
                fact.id(),
                topic.topicName(),
                fact.subject(),
                fact.seq(),
                CloudEvents.type(fact),
                CloudEvents.headers(fact),
                CloudEvents.data(fact));
    }

    ProducerRecord<String, byte[]> toKafka() {
        ProducerRecord<String, byte[]> kafka = new ProducerRecord<>(topic, key, payload);
        headers.forEach((name, value) -> kafka.headers().add(name, value.getBytes(UTF_8)));
        return kafka;
    }
}
