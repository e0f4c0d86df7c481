package org.convoke.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that do not exist yet. Existing ones are left as they are. */
public final class Topics {

    private static final int PARTITIONS = 8;
    /** Time for a gateway to replay what its Redis lost. */
    private static final String RETENTION_MS = Long.toString(7L * 24 * 60 * 60 * 1000);

    private Topics() {}

    /** @throws ExecutionException when the cluster refused or did not answer in time */
    public static void create(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = Arrays.stream(Topic.values())
                .filter(topic -> !existing.contains(topic.topicName()))
                .map(Topics::declaration)
                .toList();
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static NewTopic declaration(Topic topic) {
        Map<String, String> settings = topic.isCompacted()
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(TopicConfig.RETENTION_MS_CONFIG, RETENTION_MS);
        return new NewTopic(topic.topicName(), Optional.of(PARTITIONS), Optional.empty()).configs(settings);
    }
}
