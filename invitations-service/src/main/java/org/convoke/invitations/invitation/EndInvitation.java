package org.convoke.invitations.invitation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.convoke.events.Fact;
import org.convoke.events.InvitationEvent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Topic;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.consent.Blocks;
import org.convoke.ledger.Ledger;

/** Ends an invitation otherwise than by its acceptance. One that is being accepted is waited for. */
@ApplicationScoped
public class EndInvitation {

    private final Patience patience;
    private final Invitations invitations;
    private final Moderators moderators;
    private final Blocks blocks;
    private final Ledger ledger;

    EndInvitation(Patience patience, Invitations invitations, Moderators moderators, Blocks blocks, Ledger ledger) {
        this.patience = patience;
        this.invitations = invitations;
        this.moderators = moderators;
        this.blocks = blocks;
        this.ledger = ledger;
    }

    /** With a wider scope it also blocks the group or the inviter. */
    public InvitationSnapshot decline(UUID id, String actorId, DeclineScope scope) {
        return moderators.refusing(
                Refusal.NOT_THE_INVITEE,
                actorId,
                id,
                () -> end(() -> {
                    if (scope != DeclineScope.ONCE) {
                        // As everybody does: the recipient before the invitation.
                        blocks.lock(actorId);
                    }
                    Invitation invitation = invitations.lockOf(actorId, id);
                    Instant now = invitations.databaseTime();
                    tell(invitation.decline(actorId, scope, now));
                    scope.blocked(invitation.at(now)).ifPresent(blocked -> blocks.add(actorId, blocked));
                    return invitation.at(now);
                }));
    }

    /** By the inviter, or by a moderator of the group. */
    public InvitationSnapshot cancel(UUID id, String actorId) {
        boolean moderates = !invitations.concern(actorId, id) && moderators.moderate(actorId, id);
        return end(() -> {
            Invitation invitation = moderates ? invitations.lock(id).orElseThrow() : invitations.lockOf(actorId, id);
            Instant now = invitations.databaseTime();
            tell(invitation.cancel(actorId, moderates, now));
            return invitation.at(now);
        });
    }

    private InvitationSnapshot end(Callable<InvitationSnapshot> attempt) {
        return patience.await(() -> QuarkusTransaction.requiringNew().call(attempt));
    }

    private void tell(Optional<? extends Fact<? extends InvitationEvent>> fact) {
        fact.ifPresent(told -> ledger.tell(Topic.INVITATIONS, told));
    }
}
