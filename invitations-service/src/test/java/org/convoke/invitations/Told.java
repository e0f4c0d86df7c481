package org.convoke.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.convoke.events.CloudEvents;
import org.convoke.events.Fact;
import org.convoke.events.Topic;
import org.convoke.events.Unreadable;
import org.convoke.parts.RealParts;
import org.convoke.parts.TopicLog;

/** All that Kafka holds about an invitation or a person, once the outbox is empty: what is not there then was never told. */
public final class Told {

    private static final TopicLog LOG = new TopicLog(RealParts.kafka().bootstrapServers());

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
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !TheDatabase.exists("select from outbox limit 1"));
        return LOG.of(topic.topicName(), subject).stream()
                .<Fact<?>>map(Told::read)
                .toList();
    }

    private static Fact<?> read(ConsumerRecord<String, byte[]> kafka) {
        try {
            return CloudEvents.read(kafka).orElseThrow();
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }
}
