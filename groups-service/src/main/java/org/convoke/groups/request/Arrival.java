package org.convoke.groups.request;

import java.time.Instant;
import java.util.Optional;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.Member;
import org.convoke.groups.pending.PendingInvitation;
import org.convoke.groups.person.Person;

/**
 * Somebody at the door of a group, with the rows of both locked: nothing of this changes until the transaction ends.
 *
 * @param member empty for who is not in
 * @param invitation one that she knows of and has not answered
 * @param now the database's time since the rows were locked
 */
public record Arrival(
        Group group, Person person, Optional<Member> member, Optional<PendingInvitation> invitation, Instant now) {

    /** @throws Refused NOT_FOUND to who may not know that there is such a group */
    public void mustSeeTheGroup() {
        if (member.isEmpty() && invitation.isEmpty() && !group.isVisibleTo(null)) {
            throw new Refused(Refusal.NOT_FOUND);
        }
    }
}
