package org.convoke.groups.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.convoke.events.Fact;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.groups.person.Erasure;
import org.convoke.groups.person.Erasures;
import org.convoke.groups.person.People;
import org.convoke.ledger.Ledger;

/** The end of an erasure: nothing is kept of her but her id, in the proof of the erasure and in bans of her. */
@ApplicationScoped
class ForgetPerson {

    private static final String SOURCE = "/groups-service";

    private final People people;
    private final Erasures erasures;
    private final Belongings belongings;
    private final Ledger ledger;
    private final Clock clock;

    ForgetPerson(People people, Erasures erasures, Belongings belongings, Ledger ledger, Clock clock) {
        this.people = people;
        this.erasures = erasures;
        this.belongings = belongings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Does nothing as long as she has something to leave: under the lock of her row she gets no more of it. */
    @Transactional
    public void forget(String userId) {
        if (people.findByIdOptional(userId, LockModeType.PESSIMISTIC_WRITE).isEmpty()) {
            return;
        }
        Erasure erasure = erasures.findById(userId);
        if (erasure.isOpen() && belongings.hasNone(userId)) {
            belongings.discard(userId);
            tell(userId, erasure);
        }
    }

    private void tell(String userId, Erasure erasure) {
        Instant now = clock.instant();
        var erased = erasure.done(now);
        ledger.tell(Topic.PEOPLE, new Fact<>(Uuids.next(), SOURCE, userId, erasure.seq(), now, null, erased));
    }
}
