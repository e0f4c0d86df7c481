package org.convoke.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.convoke.events.CloudEvents;
import org.convoke.events.DeadLetter;
import org.convoke.events.Fact;
import org.convoke.events.Unreadable;
import org.jboss.logging.Logger;

/**
 * Where a service hears what others tell. Each fact has its effect once, however often Kafka delivers it, and in the
 * order of its aggregate: an effect that fails is tried again until it succeeds, and what comes behind waits. Only what
 * nobody can read is put aside.
 *
 * <p>For ordered, blocking listeners: {@code @Incoming("groups") @Blocking void hear(ConsumerRecord<String, byte[]> r)}.
 */
@ApplicationScoped
public class Hearing {

    private static final Logger LOG = Logger.getLogger(Hearing.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final HeardFacts heard;
    private final DeadLetters deadLetters;
    private final CountDownLatch ended = new CountDownLatch(1);

    Hearing(HeardFacts heard, DeadLetters deadLetters) {
        this.heard = heard;
        this.deadLetters = deadLetters;
    }

    /**
     * Returns when the effect has been committed, or was before.
     *
     * @param effect is carried out in a transaction of its own, which also remembers the fact; what it throws has the
     *     whole tried again
     */
    public void hear(ConsumerRecord<String, byte[]> told, Consumer<Fact<?>> effect) {
        untilDone(told, () -> {
            Optional<Fact<?>> fact;
            try {
                fact = CloudEvents.read(told);
            } catch (Unreadable unreadable) {
                deadLetters.bury(told, unreadable.getMessage());
                return;
            }
            fact.ifPresent(known -> once(known, effect));
        });
    }

    private void once(Fact<?> fact, Consumer<Fact<?>> effect) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (heard.add(fact.id())) {
                effect.accept(fact);
            }
        });
    }

    private void untilDone(ConsumerRecord<String, byte[]> told, Attempt attempt) {
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                attempt.run();
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped before this was heard: " + DeadLetter.origin(told), e);
            } catch (Exception failure) {
                LOG.warnf("%s is tried again in %d ms: %s", DeadLetter.origin(told), pause.toMillis(), failure);
            }
            pause(told, pause);
        }
    }

    /** @throws IllegalStateException when the service ends; the record is not acknowledged and will be heard again */
    private void pause(ConsumerRecord<String, byte[]> told, Duration pause) {
        boolean isOver;
        try {
            isOver = ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            isOver = true;
        }
        if (isOver) {
            throw new IllegalStateException("Stopped before this was heard: " + DeadLetter.origin(told));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        ended.countDown();
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private interface Attempt {
        void run() throws Exception;
    }
}
