package org.convoke.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.convoke.events.Topics;
import org.jboss.logging.Logger;

/** Creates the topics once Kafka is there; the service starts and answers without waiting for that. */
@ApplicationScoped
class TopicCreation {

    private static final Logger LOG = Logger.getLogger(TopicCreation.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private final Thread thread = Thread.ofVirtual().name("topic-creation").unstarted(this::untilCreated);

    TopicCreation(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void untilCreated() {
        try {
            while (!created()) {
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException e) {
            LOG.debug("Stopped before the topics were created");
        }
    }

    private boolean created() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            Topics.create(admin);
            return true;
        } catch (ExecutionException | KafkaException e) {
            LOG.warnf("No topics yet, trying again in %d s: %s", RETRY.toSeconds(), e.getMessage());
            return false;
        }
    }
}
