package org.convoke.gateway.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.convoke.doors.Named;
import org.convoke.events.CloudEvents;
import org.convoke.events.Fact;
import org.convoke.events.PersonEvent.PersonMet;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.events.outbox.RelayProducer;
import org.jboss.logging.Logger;

/**
 * Whoever signs in is told of, as her token names her, and again under other names or after ten minutes. Nobody waits for
 * that: what cannot be told is told at her next sign-in.
 */
@ApplicationScoped
public class MeetPerson {

    private static final Logger LOG = Logger.getLogger(MeetPerson.class);
    private static final String SOURCE = "/realtime-gateway";
    /** The gateway has no row to take a number from. */
    private static final int UNNUMBERED = 0;

    private final Producer<String, byte[]> producer;
    private final Clock clock;
    private final Cache<String, Named> met = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    MeetPerson(@Identifier("default-kafka-broker") Map<String, Object> kafka, Clock clock) {
        this.producer = RelayProducer.of(kafka);
        this.clock = clock;
    }

    /** Never blocks. */
    public void meet(Named person) {
        if (!person.equals(met.asMap().put(person.id(), person))) {
            // The producer waits for a broker that is away.
            Thread.startVirtualThread(() -> tell(person));
        }
    }

    private void tell(Named person) {
        var event = new PersonMet(person.id(), person.username(), person.name());
        var fact = new Fact<>(Uuids.next(), SOURCE, person.id(), UNNUMBERED, clock.instant(), null, event);
        var kafka = new ProducerRecord<>(Topic.PEOPLE.topicName(), person.id(), CloudEvents.data(fact));
        CloudEvents.headers(fact).forEach((name, value) -> kafka.headers().add(name, value.getBytes(UTF_8)));
        try {
            producer.send(kafka, (sent, failure) -> {
                if (failure != null) {
                    untold(person, failure);
                }
            });
        } catch (RuntimeException failure) {
            untold(person, failure);
        }
    }

    private void untold(Named person, Exception failure) {
        LOG.warnf("Somebody who signed in is told of when she signs in again: %s", failure);
        met.invalidate(person.id());
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
