package org.convoke.invitations.invitation;

import java.util.UUID;
import org.convoke.events.InvitationSnapshot;
import org.convoke.invitations.group.Member;
import org.convoke.invitations.group.Seat;

/** What the invitee gets when she takes her turn to accept. */
public sealed interface Turn {

    /** The claim: she alone asks for this seat now. */
    record Claimed(UUID claimId, Seat seat) implements Turn {}

    /** The invitation is accepted and the seat taken. */
    record Accepted(InvitationSnapshot invitation, Member membership) implements Turn {}
}
