package org.convoke.groups.request;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Role;
import org.convoke.groups.person.Person;

/** What an invitation led to. It leads there once: asked for again, it is the same seat, even if its owner has left. */
@Entity
@Table(name = "seats")
public class Seat {

    @Id
    private UUID invitationId;

    private UUID groupId;
    private String userId;
    private String invitedBy;
    private Instant takenAt;

    protected Seat() {}

    Seat(UUID invitationId, Member member) {
        this.invitationId = invitationId;
        this.groupId = member.groupId();
        this.userId = member.userId();
        this.invitedBy = member.invitedBy();
        this.takenAt = member.joinedAt();
    }

    /** The member as she was when she took it. */
    public Member asTaken(Group group, Person person) {
        return new Member(group, person, Role.MEMBER, invitedBy, takenAt);
    }
}
