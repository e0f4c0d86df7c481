package org.convoke.groups.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.convoke.groups.person.Erasure;
import org.convoke.groups.person.Erasures;
import org.convoke.groups.person.People;

/**
 * Somebody asks to be forgotten. It is carried out soon after ({@link CarryOutErasures}); what she does meanwhile is
 * forgotten with the rest.
 */
@ApplicationScoped
public class AskErasure {

    private final People people;
    private final Erasures erasures;
    private final Clock clock;

    public AskErasure(People people, Erasures erasures, Clock clock) {
        this.people = people;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** Does nothing for whom nobody knows. */
    @Transactional
    public void ask(String userId) {
        if (people.findByIdOptional(userId, LockModeType.PESSIMISTIC_WRITE).isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Optional<Erasure> before = erasures.findByIdOptional(userId);
        if (before.isPresent()) {
            before.get().askAgain(now);
        } else {
            erasures.persist(new Erasure(userId, now));
        }
    }
}
