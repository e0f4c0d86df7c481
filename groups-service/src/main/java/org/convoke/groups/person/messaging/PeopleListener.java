package org.convoke.groups.person.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.convoke.events.Fact;
import org.convoke.events.PersonEvent;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.events.PersonEvent.PersonMet;
import org.convoke.groups.person.LearnOfPerson;
import org.convoke.ledger.Hearing;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns of people from the other services that they call. */
@ApplicationScoped
public class PeopleListener {

    private final Hearing hearing;
    private final LearnOfPerson learnOfPerson;

    public PeopleListener(Hearing hearing, LearnOfPerson learnOfPerson) {
        this.hearing = hearing;
        this.learnOfPerson = learnOfPerson;
    }

    @Incoming("people")
    @Blocking
    public void hear(ConsumerRecord<String, byte[]> told) {
        hearing.hear(told, this::take);
    }

    private void take(Fact<?> fact) {
        if (fact.event() instanceof PersonEvent event) {
            switch (event) {
                case PersonMet met -> learnOfPerson.learn(met, fact.time());
                case PersonErased ours -> {
                    // This service is the one that tells it.
                }
            }
        }
    }
}
