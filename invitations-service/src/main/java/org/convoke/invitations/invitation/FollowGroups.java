package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.events.GroupEvent.GroupArchived;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupEvent.GroupUnarchived;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupEvent.MemberMuted;
import org.convoke.events.GroupEvent.MemberRemoved;
import org.convoke.events.GroupEvent.MemberRoleChanged;
import org.convoke.events.GroupEvent.MemberUnbanned;
import org.convoke.events.GroupEvent.OfRequest;
import org.convoke.events.GroupEvent.OwnershipTransferred;
import org.convoke.events.GroupPreview;
import org.convoke.events.GroupSnapshot;
import org.convoke.invitations.FactListener;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Groups;

/** Invitations follow what becomes of their groups and of the people in them. */
@ApplicationScoped
class FollowGroups implements FactListener {

    private static final Set<String> SHOWN = Set.of("name", "visibility");

    private final RecentChanges changes;
    private final SettleInvitations settleInvitations;
    private final RevokeInvitations revokeInvitations;
    private final Invitations invitations;
    private final Groups groups;

    FollowGroups(
            RecentChanges changes,
            SettleInvitations settleInvitations,
            RevokeInvitations revokeInvitations,
            Invitations invitations,
            Groups groups) {
        this.changes = changes;
        this.settleInvitations = settleInvitations;
        this.revokeInvitations = revokeInvitations;
        this.invitations = invitations;
        this.groups = groups;
    }

    @Override
    public void hear(Fact<?> fact) {
        if (fact.event() instanceof GroupEvent event) {
            follow(event, fact.time());
        }
    }

    private void follow(GroupEvent event, Instant at) {
        switch (event) {
            case MemberJoined joined -> {
                changes.ofPerson(joined.groupId(), joined.userId());
                settleInvitations.joined(joined, at);
            }
            case MemberBanned banned -> {
                changes.ofPerson(banned.groupId(), banned.userId());
                settleInvitations.banned(banned, at);
            }
            case GroupArchived archived -> archived(archived, at);
            case GroupDeleted deleted -> {
                changes.ofGroup(deleted.groupId());
                revokeInvitations.ofGroup(deleted.groupId(), Reason.GROUP_DELETED, deleted.actorId());
            }
            case GroupUpdated updated -> updated(updated, at);
            case GroupCreated nothing -> {}
            case GroupUnarchived nothing -> {}
            case MemberLeft nothing -> {}
            case MemberRemoved nothing -> {}
            case MemberUnbanned nothing -> {}
            case MemberRoleChanged nothing -> {}
            case MemberMuted nothing -> {}
            case OwnershipTransferred nothing -> {}
            case OfRequest nothing -> {}
        }
    }

    /** Those sent since may know of it or may have crossed it: only if it is still archived they end too. */
    private void archived(GroupArchived archived, Instant at) {
        UUID group = archived.groupId();
        changes.ofGroup(group);
        revokeInvitations.ofGroup(group, at, Reason.GROUP_ARCHIVED, archived.actorId());
        if (invitations.hasPending(group) && isStillArchived(group, archived.actorId())) {
            revokeInvitations.ofGroup(group, Reason.GROUP_ARCHIVED, archived.actorId());
        }
    }

    private boolean isStillArchived(UUID groupId, String actorId) {
        try {
            return groups.relation(groupId, actorId).archived();
        } catch (Refused refused) {
            if (refused.refusal() == Refusal.NOT_FOUND) {
                // That it is deleted will be heard next.
                return false;
            }
            throw refused;
        }
    }

    private void updated(GroupUpdated updated, Instant at) {
        if (updated.changed().stream().anyMatch(SHOWN::contains)) {
            GroupSnapshot group = updated.group();
            invitations.show(new GroupPreview(group.id(), group.name(), group.visibility(), group.memberCount()), at);
        }
    }
}
