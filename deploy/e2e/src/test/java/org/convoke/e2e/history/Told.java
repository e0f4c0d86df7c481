package org.convoke.e2e.history;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.convoke.e2e.Running;
import org.convoke.events.CloudEvents;
import org.convoke.events.Fact;
import org.convoke.events.Topic;
import org.convoke.events.Unreadable;
import org.convoke.parts.TopicLog;

/** A topic from its first record to its last. */
final class Told {

    private Told() {}

    /** Each aggregate's facts are in their order. */
    static List<Fact<?>> on(Topic topic) {
        try (var log = new TopicLog("127.0.0.1:" + Running.ports().kafka())) {
            return log.of(topic.topicName()).stream().<Fact<?>>map(Told::fact).toList();
        }
    }

    private static Fact<?> fact(ConsumerRecord<String, byte[]> told) {
        try {
            return CloudEvents.read(told).orElseThrow(() -> new AssertionError("an unknown event: " + told));
        } catch (Unreadable e) {
            throw new AssertionError("unreadable: " + told, e);
        }
    }
}
