package org.convoke.invitations.messaging;

import io.quarkus.arc.All;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.convoke.events.Fact;
import org.convoke.invitations.FactListener;
import org.convoke.ledger.Hearing;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of groups and of people, for all who listen. */
@ApplicationScoped
class TopicListener {

    private final Hearing hearing;
    private final List<FactListener> listeners;

    TopicListener(Hearing hearing, @All List<FactListener> listeners) {
        this.hearing = hearing;
        this.listeners = listeners;
    }

    @Incoming("groups")
    @Blocking
    void hearOfGroups(ConsumerRecord<String, byte[]> told) {
        hearing.hear(told, this::tellAll);
    }

    @Incoming("people")
    @Blocking
    void hearOfPeople(ConsumerRecord<String, byte[]> told) {
        hearing.hear(told, this::tellAll);
    }

    private void tellAll(Fact<?> fact) {
        listeners.forEach(listener -> listener.hear(fact));
    }
}
