package org.convoke.groups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.convoke.events.CloudEvents;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupPreview;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.events.outbox.RelayProducer;
import org.convoke.parts.RealParts;

/** What other services tell. */
public final class Elsewhere {

    private static final Producer<String, byte[]> KAFKA =
            RelayProducer.of(Map.of("bootstrap.servers", RealParts.kafka().bootstrapServers()));

    private Elsewhere() {}

    /** A pending invitation for the next hour. */
    public static InvitationSnapshot invitation(String group, Someone inviter, Someone invitee) {
        return invitation(group, inviter, invitee, Instant.now().plusSeconds(3600));
    }

    public static InvitationSnapshot invitation(String group, Someone inviter, Someone invitee, Instant expiresAt) {
        UUID groupId = UUID.fromString(group);
        GroupPreview preview = new GroupPreview(groupId, "Chess Club", "PUBLIC", 1);
        return new InvitationSnapshot(
                Uuids.next(),
                groupId,
                preview,
                inviter.id(),
                invitee.id(),
                null,
                "PENDING",
                null,
                Instant.now(),
                expiresAt,
                null);
    }

    /** Returns when this service has heard it. */
    public static void told(Topic topic, String key, DomainEvent event) {
        told(topic, key, event, Instant.now());
    }

    public static void told(Topic topic, String key, DomainEvent event, Instant at) {
        UUID id = tell(topic, key, event, at);
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Database.count("select count(*) from heard where fact_id = '" + id + "'") == 1);
    }

    /** Returns when it stands in Kafka. */
    public static UUID tell(Topic topic, String key, DomainEvent event, Instant at) {
        Fact<?> fact = new Fact<>(Uuids.next(), "/elsewhere", key, 1, at, null, event);
        ProducerRecord<String, byte[]> told = new ProducerRecord<>(topic.topicName(), key, CloudEvents.data(fact));
        CloudEvents.headers(fact).forEach((name, value) -> told.headers().add(name, value.getBytes(UTF_8)));
        try {
            KAFKA.send(told).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return fact.id();
    }
}
