package org.convoke.ledger;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.convoke.events.Fact;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of groups and notes what it heard; for chosen facts it fails a few times first. */
@ApplicationScoped
class Listener {

    private final Hearing hearing;
    private final List<UUID> effects = new CopyOnWriteArrayList<>();
    private final Map<UUID, AtomicInteger> failures = new ConcurrentHashMap<>();

    Listener(Hearing hearing) {
        this.hearing = hearing;
    }

    @Incoming("groups")
    @Blocking
    void hear(ConsumerRecord<String, byte[]> told) {
        hearing.hear(told, this::take);
    }

    private void take(Fact<?> fact) {
        AtomicInteger left = failures.get(fact.id());
        if (left != null && left.getAndDecrement() > 0) {
            throw new IllegalStateException("not yet");
        }
        effects.add(fact.id());
    }

    void failFirst(UUID fact, int times) {
        failures.put(fact, new AtomicInteger(times));
    }

    List<UUID> effectsOf(List<UUID> facts) {
        List<UUID> ours = new ArrayList<>(effects);
        ours.retainAll(facts);
        return ours;
    }
}
