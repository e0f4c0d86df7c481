package org.convoke.gateway.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.convoke.events.DeadLetter;
import org.convoke.events.outbox.RelayProducer;
import org.jboss.logging.Logger;

/** Where records go that nobody can read, with the reason and their origin in headers. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Producer<String, byte[]> producer;
    private final Counter count;

    DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> kafka, MeterRegistry metrics) {
        this.producer = RelayProducer.of(kafka);
        this.count = Counter.builder("convoke.dead.letters")
                .description("Records that nobody can read")
                .register(metrics);
    }

    /** Returns when the record is kept for good. */
    void bury(ConsumerRecord<String, byte[]> poison, String reason) throws ExecutionException, InterruptedException {
        LOG.errorf("The record %s cannot be read and goes to the dead letters: %s", DeadLetter.origin(poison), reason);
        producer.send(DeadLetter.of(poison, reason)).get();
        count.increment();
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
