package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.events.InvitationSnapshot;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;

/** Shows invitations as they are at this moment: whether one is over, the database's clock says. */
@ApplicationScoped
public class ReadInvitations {

    private final Invitations invitations;
    private final Moderators moderators;

    ReadInvitations(Invitations invitations, Moderators moderators) {
        this.invitations = invitations;
        this.moderators = moderators;
    }

    /** @throws Refused NOT_FOUND for whom it does not concern */
    public InvitationSnapshot one(String viewerId, UUID id) {
        return invitations
                .of(viewerId, id)
                .or(() -> moderators.moderate(viewerId, id) ? invitations.findByIdOptional(id) : Optional.empty())
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND))
                .at(invitations.databaseTime());
    }

    /** @throws Refused NOT_A_MODERATOR or NOT_FOUND for a group's box */
    public List<InvitationSnapshot> list(BoxQuery query) {
        if (query.box() == Box.group) {
            moderators.require(query.ownerId(), query.groupId().orElseThrow());
        }
        Instant now = invitations.databaseTime();
        BoxQuery.Where where = query.at(now);
        return invitations.find(where.hql(), where.parameters()).page(0, query.limit()).stream()
                .map(invitation -> invitation.at(now))
                .toList();
    }
}
