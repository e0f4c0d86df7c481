package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
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

/** A member leaves of her own will; the last owner stays. */
@ApplicationScoped
public class LeaveGroup {

    private final Groups groups;
    private final Members members;
    private final GroupLedger ledger;
    private final Clock clock;

    public LeaveGroup(Groups groups, Members members, GroupLedger ledger, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Does nothing for somebody who is no member but may see the group.
     *
     * @throws Refused NOT_FOUND or LAST_OWNER
     */
    @Transactional
    public void leave(UUID groupId, String userId) {
        Group group = groups.lock(groupId);
        Optional<Member> member = members.of(groupId, userId);
        if (member.isPresent()) {
            leave(group, member.get());
        } else if (!group.isVisibleTo(null)) {
            throw new Refused(Refusal.NOT_FOUND);
        }
    }

    private void leave(Group group, Member member) {
        long otherOwners = member.role() == Role.OWNER ? members.owners(group.id()) - 1 : 0;
        ledger.tellEnded(group, group.release(member, otherOwners), member.userId(), clock.instant());
        members.delete(member);
    }
}
