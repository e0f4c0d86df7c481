package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convoke.events.InvitationSnapshot;
import org.convoke.invitations.Refused;

/** Shows invitations as they are at this moment: whether one is over, the database's clock says. */
@ApplicationScoped
public class ReadInvitations {

    private final Invitations invitations;

    ReadInvitations(Invitations invitations) {
        this.invitations = invitations;
    }

    /** @throws Refused NOT_FOUND for whom it does not concern */
    public InvitationSnapshot one(String partyId, UUID id) {
        return invitations.of(partyId, id).at(invitations.databaseTime());
    }

    public List<InvitationSnapshot> list(BoxQuery query) {
        Instant now = invitations.databaseTime();
        BoxQuery.Where where = query.at(now);
        return invitations.find(where.hql(), where.parameters()).page(0, query.limit()).stream()
                .map(invitation -> invitation.at(now))
                .toList();
    }
}
