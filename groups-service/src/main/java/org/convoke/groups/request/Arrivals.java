package org.convoke.groups.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Members;
import org.convoke.groups.pending.PendingInvitations;
import org.convoke.groups.person.People;
import org.convoke.groups.person.Person;

/** Locks in the one order in which nobody waits for ever: the person, then the group. */
@ApplicationScoped
public class Arrivals {

    private final People people;
    private final Groups groups;
    private final Members members;
    private final PendingInvitations invitations;

    public Arrivals(People people, Groups groups, Members members, PendingInvitations invitations) {
        this.people = people;
        this.groups = groups;
        this.members = members;
        this.invitations = invitations;
    }

    /** @throws Refused UNKNOWN_PERSON or NOT_FOUND */
    public Arrival of(UUID groupId, String userId) {
        Person person = people.lock(userId);
        return arrival(person, groups.lock(groupId));
    }

    /** Empty where there is no such person or group. */
    Optional<Arrival> find(UUID groupId, String userId) {
        return people.findByIdOptional(userId, LockModeType.PESSIMISTIC_WRITE)
                .flatMap(person -> groups.findByIdOptional(groupId, LockModeType.PESSIMISTIC_WRITE)
                        .map(group -> arrival(person, group)));
    }

    private Arrival arrival(Person person, Group group) {
        Instant now = groups.databaseTime();
        return new Arrival(
                group,
                person,
                members.of(group.id(), person.id()),
                invitations.live(group.id(), person.id(), now),
                now);
    }
}
