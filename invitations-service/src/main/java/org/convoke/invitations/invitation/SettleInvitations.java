package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.Topic;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.Member;
import org.convoke.invitations.group.Relation;
import org.convoke.invitations.group.Standing;
import org.convoke.ledger.Ledger;

/**
 * Ends what is pending of one person to one group when she is in it, or out of it. What happened before an invitation
 * was sent ends it only if it is still so: the invitation may know of it or may have crossed it.
 */
@ApplicationScoped
class SettleInvitations {

    private final Invitations invitations;
    private final Groups groups;
    private final Ledger ledger;

    SettleInvitations(Invitations invitations, Groups groups, Ledger ledger) {
        this.invitations = invitations;
        this.groups = groups;
        this.ledger = ledger;
    }

    /** Which invitations, why, and how to see whether it is still so. */
    private record Cause(UUID groupId, String userId, Reason reason, String actorId, Predicate<Relation> stillSo) {}

    /** @throws Refused ACCEPT_UNDER_WAY when another of hers is being accepted: to be heard again after that */
    void joined(MemberJoined joined, Instant at) {
        var cause =
                new Cause(joined.groupId(), joined.userId(), Reason.JOINED, joined.userId(), now -> now.role() != null);
        for (Invitation pending : invitations.lockPending(joined.groupId(), joined.userId())) {
            if (!pending.id().equals(joined.invitationId())) {
                revoke(pending, cause, at);
            } else if (!pending.isBeingAccepted()) {
                // Else it was this very accept, which writes that down itself.
                ledger.tell(Topic.INVITATIONS, pending.join(seat(joined, at), invitations.databaseTime()));
            }
        }
    }

    /** @throws Refused as {@link #joined} */
    void banned(MemberBanned banned, Instant at) {
        var cause = new Cause(
                banned.groupId(),
                banned.userId(),
                Reason.BANNED,
                banned.actorId(),
                now -> now.standing() == Standing.BANNED);
        invitations.lockPending(banned.groupId(), banned.userId()).forEach(pending -> revoke(pending, cause, at));
    }

    private void revoke(Invitation pending, Cause cause, Instant at) {
        if (!pending.wasSentAfter(at) || isStillSo(cause)) {
            ledger.tell(Topic.INVITATIONS, pending.revoke(cause.reason(), cause.actorId(), invitations.databaseTime()));
        }
    }

    private boolean isStillSo(Cause cause) {
        try {
            return cause.stillSo().test(groups.relation(cause.groupId(), cause.userId()));
        } catch (Refused refused) {
            if (refused.refusal() == Refusal.NOT_FOUND) {
                // That the group is deleted will be heard next.
                return false;
            }
            throw refused;
        }
    }

    private static Member seat(MemberJoined joined, Instant at) {
        return new Member(joined.groupId(), joined.userId(), null, joined.role(), null, joined.invitedBy(), at);
    }
}
