package org.convoke.invitations.invitation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Topic;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.quota.LimitsConfig;
import org.convoke.ledger.Ledger;

/** Asks the invitee once more, by the same invitation. */
@ApplicationScoped
public class ResendInvitation {

    private final Moderators moderators;
    private final Invitations invitations;
    private final LimitsConfig limits;
    private final Ledger ledger;

    ResendInvitation(Moderators moderators, Invitations invitations, LimitsConfig limits, Ledger ledger) {
        this.moderators = moderators;
        this.invitations = invitations;
        this.limits = limits;
        this.ledger = ledger;
    }

    /**
     * In the caller's transaction, if there is one.
     *
     * @throws Refused RESEND_QUOTA until the invitation's end, when another can be sent
     */
    public InvitationSnapshot resend(UUID id, String actorId) {
        return moderators.refusing(
                Refusal.NOT_THE_INVITER,
                actorId,
                id,
                () -> QuarkusTransaction.joiningExisting().call(() -> {
                    Invitation invitation = invitations.lockOf(actorId, id);
                    Instant now = invitations.databaseTime();
                    ledger.tell(Topic.INVITATIONS, invitation.resend(actorId, limits.resends(), now));
                    return invitation.at(now);
                }));
    }
}
