package org.convoke.invitations.invitation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.convoke.events.Fact;
import org.convoke.events.InvitationEvent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Topic;
import org.convoke.ledger.Ledger;

/** Ends an invitation otherwise than by its acceptance. One that is being accepted is waited for. */
@ApplicationScoped
public class EndInvitation {

    private final Patience patience;
    private final Invitations invitations;
    private final Ledger ledger;

    EndInvitation(Patience patience, Invitations invitations, Ledger ledger) {
        this.patience = patience;
        this.invitations = invitations;
        this.ledger = ledger;
    }

    public InvitationSnapshot decline(UUID invitationId, String actorId, DeclineScope scope) {
        return end(invitationId, actorId, (invitation, now) -> invitation.decline(actorId, scope, now));
    }

    public InvitationSnapshot cancel(UUID invitationId, String actorId) {
        return end(invitationId, actorId, (invitation, now) -> invitation.cancel(actorId, now));
    }

    private InvitationSnapshot end(
            UUID invitationId,
            String actorId,
            BiFunction<Invitation, Instant, Optional<? extends Fact<? extends InvitationEvent>>> verb) {
        return patience.await(() -> QuarkusTransaction.requiringNew().call(() -> {
            Invitation invitation = invitations.lockOf(actorId, invitationId);
            Instant now = invitations.databaseTime();
            verb.apply(invitation, now).ifPresent(fact -> ledger.tell(Topic.INVITATIONS, fact));
            return invitation.at(now);
        }));
    }
}
