package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;

/**
 * Accepts an invitation: claim it, have groups-service give the seat, finish. However many accept at once, one asks and
 * the others wait and get the same answer.
 */
@ApplicationScoped
public class AcceptInvitation {

    private final Patience patience;
    private final Claims claims;
    private final TakeSeat takeSeat;
    private final Moderators moderators;

    AcceptInvitation(Patience patience, Claims claims, TakeSeat takeSeat, Moderators moderators) {
        this.moderators = moderators;
        this.patience = patience;
        this.claims = claims;
        this.takeSeat = takeSeat;
    }

    /** @throws Refused GROUPS_UNREACHABLE when nobody knows yet whether it is accepted: {@link RecoverClaims} will */
    public Turn.Accepted accept(UUID invitationId, String actorId) {
        return moderators.refusing(
                Refusal.NOT_THE_INVITEE,
                actorId,
                invitationId,
                () -> patience.await(() -> switch (claims.take(invitationId, actorId)) {
                    case Turn.Accepted accepted -> accepted;
                    case Turn.Claimed claimed -> takeSeat.take(claimed);
                }));
    }
}
