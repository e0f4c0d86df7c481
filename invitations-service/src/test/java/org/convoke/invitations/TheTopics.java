package org.convoke.invitations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.convoke.events.CloudEvents;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.events.PersonEvent;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.parts.RealParts;

/** What groups-service tells, in its place. */
public final class TheTopics {

    private static final KafkaProducer<String, byte[]> KAFKA = new KafkaProducer<>(
            Map.of("bootstrap.servers", RealParts.kafka().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    private TheTopics() {}

    public static UUID tell(GroupEvent event, Instant at) {
        return tell(Topic.GROUPS, event.groupId().toString(), event, at);
    }

    public static UUID tell(PersonEvent event) {
        return tell(Topic.PEOPLE, event.userId(), event, Instant.now());
    }

    /** Until the effect of that fact has been committed. */
    public static void awaitHeard(UUID fact) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> TheDatabase.exists("select from heard where fact_id = '" + fact + "'"));
    }

    private static UUID tell(Topic topic, String subject, DomainEvent event, Instant at) {
        Fact<?> fact = new Fact<>(Uuids.next(), "/groups-service", subject, 1, at, null, event);
        var told = new ProducerRecord<>(topic.topicName(), subject, CloudEvents.data(fact));
        CloudEvents.headers(fact).forEach((name, value) -> told.headers().add(name, value.getBytes(UTF_8)));
        KAFKA.send(told);
        KAFKA.flush();
        return fact.id();
    }
}
