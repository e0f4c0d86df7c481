package org.convoke.groups.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** The host tells of a person, whether she has ever called or not. */
@ApplicationScoped
public class SyncPerson {

    private final People people;
    private final MeetPerson meetings;

    public SyncPerson(People people, MeetPerson meetings) {
        this.people = people;
        this.meetings = meetings;
    }

    @Transactional
    public Person sync(String id, String username, String name, @Nullable String picture) {
        people.upsert(new Person(id, username, name));
        meetings.forget(id);
        Person person = people.findById(id);
        person.picture(picture);
        return person;
    }
}
