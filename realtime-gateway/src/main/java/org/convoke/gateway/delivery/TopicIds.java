package org.convoke.gateway.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.jboss.logging.Logger;

/** The ids of the topics: one that is deleted and made anew has another, and its offsets begin again. */
final class TopicIds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicIds.class);

    private final Admin admin;
    private final Map<String, Uuid> known;
    private KafkaFuture<Map<String, TopicDescription>> now;

    TopicIds(Admin admin, Collection<String> topics) throws ExecutionException, InterruptedException {
        this.admin = admin;
        this.now = describe(topics);
        this.known = ids(now.get());
    }

    Uuid of(String topic) {
        return known.get(topic);
    }

    /** Whether some topic was another one when this was last asked; never waits. */
    boolean areOthers() throws ExecutionException, InterruptedException {
        if (!now.isDone()) {
            return false;
        }
        boolean others = !now.isCompletedExceptionally() && !ids(now.get()).equals(known);
        if (others) {
            LOG.error("A topic was made anew: it is read from its beginning");
        }
        now = describe(known.keySet());
        return others;
    }

    private KafkaFuture<Map<String, TopicDescription>> describe(Collection<String> topics) {
        return admin.describeTopics(topics).allTopicNames();
    }

    private static Map<String, Uuid> ids(Map<String, TopicDescription> topics) {
        Map<String, Uuid> ids = new HashMap<>();
        topics.forEach((name, description) -> ids.put(name, description.topicId()));
        return ids;
    }

    @Override
    public void close() {
        admin.close();
    }
}
