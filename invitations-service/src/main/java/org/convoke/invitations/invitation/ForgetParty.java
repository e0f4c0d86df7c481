package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.events.Fact;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.invitations.FactListener;
import org.convoke.invitations.Refused;

/** Who was erased has no pending invitation, got or sent, and is named by none that was decided. */
@ApplicationScoped
class ForgetParty implements FactListener {

    private final RevokeInvitations revokeInvitations;
    private final Invitations invitations;

    ForgetParty(RevokeInvitations revokeInvitations, Invitations invitations) {
        this.revokeInvitations = revokeInvitations;
        this.invitations = invitations;
    }

    /** @throws Refused ACCEPT_UNDER_WAY while one of them is being accepted: to be heard again after that */
    @Override
    public void hear(Fact<?> fact) {
        if (fact.event() instanceof PersonErased erased) {
            revokeInvitations.ofPerson(erased.userId(), Reason.ERASED);
            invitations.anonymise(erased.userId());
        }
    }
}
