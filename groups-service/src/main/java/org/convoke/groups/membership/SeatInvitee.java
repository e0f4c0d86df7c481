package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.GroupLedger;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;
import org.convoke.groups.person.People;
import org.convoke.groups.person.Person;

/** Gives the seat that an accepted invitation asks for, once per invitation. */
@ApplicationScoped
public class SeatInvitee {

    /**
     * Who is to be seated.
     *
     * @param deadline when whoever asks will have given up: from then on the answer is no, so that a request which
     *     was stuck on its way does not make somebody a member whose invitation has ended otherwise meanwhile
     */
    public record Invitee(UUID invitationId, String userId, String invitedBy, Instant deadline) {}

    private final Groups groups;
    private final Members members;
    private final Seats seats;
    private final People people;
    private final GroupLedger ledger;

    public SeatInvitee(Groups groups, Members members, Seats seats, People people, GroupLedger ledger) {
        this.groups = groups;
        this.members = members;
        this.seats = seats;
        this.people = people;
        this.ledger = ledger;
    }

    /** @throws Refused NOT_FOUND, UNKNOWN_PERSON, LATE, ARCHIVED or GROUP_FULL */
    @Transactional
    public Seated seat(UUID groupId, Invitee invitee) {
        Person person = people.known(invitee.userId());
        Group group = groups.lock(groupId);
        Optional<Member> present = members.of(groupId, invitee.userId())
                .or(() -> seats.findByIdOptional(invitee.invitationId()).map(seat -> seat.asTaken(group, person)));
        if (present.isPresent()) {
            return new Seated(present.get(), false);
        }
        Instant now = groups.databaseTime();
        if (!now.isBefore(invitee.deadline())) {
            throw new Refused(Refusal.LATE);
        }
        Member member = new Member(group, person, Role.MEMBER, invitee.invitedBy(), now);
        ledger.tellBegun(group, group.admit(member, invitee.invitationId()), member, now);
        members.persist(member);
        seats.persist(new Seat(invitee.invitationId(), member));
        return new Seated(member, true);
    }
}
