package org.convoke.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record that nobody can read, as it is put aside: whole, with the reason and its origin in headers. */
public final class DeadLetter {

    private DeadLetter() {}

    public static ProducerRecord<String, byte[]> of(ConsumerRecord<String, byte[]> poison, String reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), poison.key(), poison.value());
        poison.headers().forEach(letter.headers()::add);
        letter.headers().add("dead-letter-reason", reason.getBytes(UTF_8));
        letter.headers().add("dead-letter-origin", origin(poison).getBytes(UTF_8));
        return letter;
    }

    /** Topic, partition and offset. */
    public static String origin(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }
}
