package org.convoke.gateway.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.convoke.gateway.GatewayConfig;
import org.jboss.logging.Logger;

/**
 * The thread that carries facts from Kafka to the streams. It owns its poll loop, since it pauses, seeks back and
 * commits by its own rules. Whatever fails, it begins again from the watermarks.
 */
@ApplicationScoped
class FactConsumer {

    private static final Logger LOG = Logger.getLogger(FactConsumer.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** After the doors are shut and the sockets told: the consumer group is left last. */
    private static final int LAST = 10_000;

    private final FactLog log;
    private final Appender appender;
    private final Translation translation;
    private final Wakeups wakeups;
    private final GatewayConfig config;
    private final Thread thread = Thread.ofPlatform().name("facts").daemon().unstarted(this::run);
    private volatile boolean closed;
    private volatile Consumer<String, byte[]> consumer;

    FactConsumer(FactLog log, Appender appender, Translation translation, Wakeups wakeups, GatewayConfig config) {
        this.log = log;
        this.appender = appender;
        this.translation = translation;
        this.wakeups = wakeups;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent event) throws InterruptedException {
        closed = true;
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void run() {
        while (!closed) {
            try {
                consume();
            } catch (WakeupException e) {
                LOG.debug("Told to stop");
            } catch (KafkaException | ExecutionException e) {
                LOG.warnf("Facts are read again in %d s: %s", RETRY.toSeconds(), e);
                pause();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("A fault of ours: facts are read again", e);
                pause();
            }
        }
    }

    private void consume() throws InterruptedException, ExecutionException {
        try (TopicIds topics = log.topics()) {
            consume(topics);
        }
    }

    private void consume(TopicIds topics) throws InterruptedException, ExecutionException {
        Consumer<String, byte[]> mine = log.open();
        consumer = mine;
        try {
            new Partitions(mine, topics, appender, translation, wakeups, config.sweep()).readUntil(() -> closed);
        } finally {
            mine.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                    .withTimeout(Duration.ofSeconds(2)));
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
