package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convoke.events.Topic;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Member;
import org.convoke.ledger.Ledger;

/** The transactions of an accept; between them groups-service is asked for the seat. */
@ApplicationScoped
class Claims {

    private final Invitations invitations;
    private final ClaimConfig times;
    private final Ledger ledger;

    Claims(Invitations invitations, ClaimConfig times, Ledger ledger) {
        this.invitations = invitations;
        this.times = times;
        this.ledger = ledger;
    }

    @Transactional
    Turn take(UUID invitationId, String actorId) {
        Invitation invitation = invitations.lockOf(actorId, invitationId);
        return invitation.take(actorId, invitations.databaseTime(), times);
    }

    /** Claims those whose owners were not heard of again. */
    @Transactional
    List<Turn.Claimed> takeOver() {
        Instant now = invitations.databaseTime();
        return invitations.lockLapsed(now, times.margin(), times.recoveries()).stream()
                .map(invitation -> invitation.claim(now, times))
                .toList();
    }

    /** @throws Refused ACCEPT_UNDER_WAY when the claim is not ours any more: somebody else finds out */
    @Transactional
    Turn.Accepted finish(Turn.Claimed claimed, Member membership) {
        Invitation invitation = locked(claimed);
        Instant now = invitations.databaseTime();
        ledger.tell(Topic.INVITATIONS, invitation.accept(claimed.claimId(), membership, now));
        return new Turn.Accepted(invitation.at(now), membership);
    }

    /** @throws Refused as {@link #finish} */
    @Transactional
    void release(Turn.Claimed claimed) {
        locked(claimed).release(claimed.claimId());
    }

    /** The group is no more, and so the invitation ends; who was first to hear of it does not matter. */
    @Transactional
    Refused fail(Turn.Claimed claimed) {
        Invitation invitation = locked(claimed);
        invitation.release(claimed.claimId());
        ledger.tell(Topic.INVITATIONS, invitation.revoke(Reason.GROUP_DELETED, null, invitations.databaseTime()));
        return invitation.notPending();
    }

    private Invitation locked(Turn.Claimed claimed) {
        return invitations.lock(claimed.seat().invitationId()).orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }
}
