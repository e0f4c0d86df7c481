package org.convoke.groups.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convoke.groups.group.Actor;
import org.convoke.groups.group.DeleteGroup;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.GroupLedger;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;

/**
 * Somebody leaves a group because she will be forgotten, so nothing keeps her: the last owner is succeeded by the
 * longest-standing of the highest role, and a group of which she is the only member goes with her.
 */
@ApplicationScoped
class LeaveForGood {

    private final Groups groups;
    private final Members members;
    private final DeleteGroup deleteGroup;
    private final GroupLedger ledger;
    private final Clock clock;

    LeaveForGood(Groups groups, Members members, DeleteGroup deleteGroup, GroupLedger ledger, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.deleteGroup = deleteGroup;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Does nothing where she is no member, or there is no such group, any more. */
    @Transactional
    public void leave(UUID groupId, String userId) {
        groups.findByIdOptional(groupId, LockModeType.PESSIMISTIC_WRITE)
                .ifPresent(group -> members.of(groupId, userId).ifPresent(member -> leave(group, member)));
    }

    private void leave(Group group, Member member) {
        if (members.of(group.id()) == 1) {
            deleteGroup.delete(group.id(), member.userId());
            return;
        }
        Instant now = clock.instant();
        if (member.role() == Role.OWNER && members.otherOwners(member) == 0) {
            Member successor = members.heir(member);
            ledger.tellChanged(group, new Actor(group, member).transferTo(successor), List.of(successor, member), now);
        }
        ledger.tellEnded(group, group.release(member, members.otherOwners(member)), member.userId(), now);
        members.delete(member);
    }
}
