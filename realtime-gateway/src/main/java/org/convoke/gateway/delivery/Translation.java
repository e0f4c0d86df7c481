package org.convoke.gateway.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicIdPartition;
import org.convoke.events.CloudEvents;
import org.convoke.events.Fact;
import org.convoke.events.Unreadable;

/** From a Kafka record to what it changes; nothing for an unknown type, and for poison, which is put aside. */
@ApplicationScoped
class Translation {

    private final Audience audience;
    private final DeadLetters deadLetters;

    Translation(Audience audience, DeadLetters deadLetters) {
        this.audience = audience;
        this.deadLetters = deadLetters;
    }

    Round.Step of(TopicIdPartition partition, ConsumerRecord<String, byte[]> kafka)
            throws ExecutionException, InterruptedException {
        Instant time = Instant.ofEpochMilli(kafka.timestamp());
        try {
            Optional<Fact<?>> fact = CloudEvents.read(kafka);
            return fact.isPresent()
                    ? new Round.Step(
                            partition,
                            kafka.offset(),
                            fact.get().time(),
                            audience.of(fact.get()),
                            fact.get().traceparent())
                    : new Round.Step(partition, kafka.offset(), time, List.of());
        } catch (Unreadable | IllegalArgumentException | NullPointerException poison) {
            deadLetters.bury(kafka, poison.toString());
            return new Round.Step(partition, kafka.offset(), time, List.of());
        }
    }
}
