package org.convoke.gateway.delivery;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.convoke.events.Topic;
import org.convoke.events.Topics;
import org.convoke.gateway.GatewayConfig;

/** The Kafka side of the gateways: one consumer group over the topics of the services. */
@ApplicationScoped
class FactLog {

    static final List<String> TOPICS = List.of(
            Topic.GROUPS.topicName(),
            Topic.MEMBERSHIPS.topicName(),
            Topic.INVITATIONS.topicName(),
            Topic.PEOPLE.topicName());

    private final Map<String, Object> kafka;
    private final GatewayConfig config;
    private final Pod pod;

    FactLog(@Identifier("default-kafka-broker") Map<String, Object> kafka, GatewayConfig config, Pod pod) {
        this.kafka = kafka;
        this.config = config;
        this.pod = pod;
    }

    Consumer<String, byte[]> open() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.consumerGroup());
        // A static member: after a kill its successor of the same name takes the partitions at once.
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, pod.name());
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Creates the topics where they are missing. */
    TopicIds topics() throws ExecutionException, InterruptedException {
        Admin admin = Admin.create(kafka);
        try {
            Topics.create(admin);
            return new TopicIds(admin, TOPICS);
        } catch (ExecutionException | InterruptedException | RuntimeException e) {
            admin.close(Duration.ZERO);
            throw e;
        }
    }
}
