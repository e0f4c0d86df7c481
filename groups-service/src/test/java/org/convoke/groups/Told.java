package org.convoke.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.convoke.events.CloudEvents;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.Topic;
import org.convoke.events.Unreadable;
import org.convoke.parts.RealParts;
import org.convoke.parts.TopicLog;

/** What stands in Kafka. */
public final class Told {

    private static final TopicLog LOG = new TopicLog(RealParts.kafka().bootstrapServers());

    private Told() {}

    /** All facts under the key, once there are so many. */
    public static List<Fact<?>> under(Topic topic, String key, int wanted) {
        return await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> now(topic, key), facts -> facts.size() >= wanted);
    }

    private static List<Fact<?>> now(Topic topic, String key) {
        return LOG.of(topic.topicName(), key).stream().<Fact<?>>map(Told::read).toList();
    }

    /** The events of a group, whose numbers must be 1, 2, 3, … */
    public static List<DomainEvent> ofGroup(String group, int wanted) {
        List<Fact<?>> facts = under(Topic.GROUPS, group, wanted);
        for (int i = 0; i < facts.size(); i++) {
            assertThat(facts.get(i).seq()).isEqualTo(i + 1);
        }
        return facts.stream().<DomainEvent>map(Fact::event).toList();
    }

    private static Fact<?> read(ConsumerRecord<String, byte[]> kafka) {
        try {
            return CloudEvents.read(kafka).orElseThrow();
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }
}
