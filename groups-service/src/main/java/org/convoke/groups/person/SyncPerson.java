package org.convoke.groups.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The host tells of a person, whether she has ever called or not. */
@ApplicationScoped
public class SyncPerson {

    private final People people;
    private final MeetPerson meetings;
    private final Clock clock;

    public SyncPerson(People people, MeetPerson meetings, Clock clock) {
        this.people = people;
        this.meetings = meetings;
        this.clock = clock;
    }

    @Transactional
    public Person sync(String id, String username, String name, @Nullable String picture) {
        people.upsert(new Person(id, username, name), clock.instant());
        meetings.forget(id);
        Person person = people.findById(id);
        person.picture(picture);
        return person;
    }
}
