package org.convoke.groups.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Whoever calls is in the directory from her first call on, as her token names her. */
@ApplicationScoped
public class MeetPerson {

    private record Names(String username, String name) {}

    private final People people;
    private final Clock clock;
    /** Whom this instance has met lately; what another instance changed meanwhile is set right after that time. */
    private final Cache<String, Names> met = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    public MeetPerson(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Writes only what is new, in a transaction of its own. */
    public void meet(String id, String username, String name) {
        Names names = new Names(username, name);
        if (names.equals(met.getIfPresent(id))) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> people.upsert(new Person(id, username, name), clock.instant()));
        met.put(id, names);
    }

    /** Meets her anew when she calls next. */
    public void forget(String id) {
        met.invalidate(id);
    }
}
