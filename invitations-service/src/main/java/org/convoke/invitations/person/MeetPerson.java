package org.convoke.invitations.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.convoke.events.Fact;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.events.PersonEvent.PersonMet;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.invitations.FactListener;
import org.convoke.ledger.Ledger;

/** Whoever calls is told of with her first call, as her token names her, and again under other names. */
@ApplicationScoped
public class MeetPerson implements FactListener {

    private static final String SOURCE = "/invitations-service";

    private record Names(String username, String name) {}

    private final PeopleMet people;
    private final Ledger ledger;
    private final Clock clock;
    /** Whom this instance has met lately; what another instance changed meanwhile is set right after that time. */
    private final Cache<String, Names> met = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    public MeetPerson(PeopleMet people, Ledger ledger, Clock clock) {
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Writes only what is new, in a transaction of its own. */
    public void meet(String id, String username, String name) {
        Names names = new Names(username, name);
        if (names.equals(met.getIfPresent(id))) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(() ->
                        people.meet(id, username, name).ifPresent(seq -> tell(seq, new PersonMet(id, username, name))));
        met.put(id, names);
    }

    private void tell(long seq, PersonMet event) {
        ledger.tell(Topic.PEOPLE, new Fact<>(Uuids.next(), SOURCE, event.userId(), seq, clock.instant(), null, event));
    }

    @Override
    public void hear(Fact<?> fact) {
        if (fact.event() instanceof PersonErased erased) {
            people.forget(erased.userId());
            met.invalidate(erased.userId());
        }
    }
}
