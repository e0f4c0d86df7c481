package org.convoke.groups.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.convoke.events.PersonEvent.PersonMet;

/** Another service has met somebody. Told late, it changes back neither her name nor that she is forgotten. */
@ApplicationScoped
public class LearnOfPerson {

    private final People people;
    private final Erasures erasures;

    public LearnOfPerson(People people, Erasures erasures) {
        this.people = people;
        this.erasures = erasures;
    }

    @Transactional
    public void learn(PersonMet met, Instant metAt) {
        // Her erasure ends under this lock.
        people.findByIdOptional(met.userId(), LockModeType.PESSIMISTIC_WRITE);
        boolean isErased = erasures.findByIdOptional(met.userId())
                .filter(erasure -> erasure.covers(metAt))
                .isPresent();
        if (!isErased) {
            people.upsert(new Person(met.userId(), met.username(), met.name()), metAt);
        }
    }
}
