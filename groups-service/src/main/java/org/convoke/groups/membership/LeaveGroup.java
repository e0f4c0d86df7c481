package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Actor;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.GroupLedger;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;
import org.jspecify.annotations.Nullable;

/** A member leaves of her own will, also an archived group; the last owner stays, or names who is owner after her. */
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
     * @param successor of an owner; ignored where somebody else leaves
     * @throws Refused NOT_FOUND, NOT_A_MEMBER for the successor, or LAST_OWNER
     */
    @Transactional
    public void leave(UUID groupId, String userId, @Nullable String successor) {
        Group group = groups.lock(groupId);
        Optional<Member> member = members.of(groupId, userId);
        if (member.isEmpty()) {
            groups.seenBy(userId, groupId);
            return;
        }
        Instant now = clock.instant();
        if (member.get().role() == Role.OWNER && successor != null) {
            succeed(new Actor(group, member.get()), successor, now);
        }
        leave(group, member.get(), now);
    }

    private void succeed(Actor owner, String userId, Instant now) {
        Member successor = members.of(owner.group().id(), userId)
                .filter(other -> !userId.equals(owner.id()))
                .orElseThrow(() -> new Refused(Refusal.NOT_A_MEMBER));
        if (successor.role() != Role.OWNER) {
            ledger.tellChanged(owner.group(), owner.transferTo(successor), List.of(successor, owner.self()), now);
        }
    }

    private void leave(Group group, Member member, Instant now) {
        long otherOwners = member.role() == Role.OWNER ? members.otherOwners(member) : 0;
        ledger.tellEnded(group, group.release(member, otherOwners), member.userId(), now);
        members.delete(member);
    }
}
