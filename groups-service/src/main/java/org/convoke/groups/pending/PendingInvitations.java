package org.convoke.groups.pending;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convoke.events.InvitationSnapshot;

/** All invitations without an answer, as far as this service has been told. */
@ApplicationScoped
public class PendingInvitations implements PanacheRepositoryBase<PendingInvitation, UUID> {

    /** The newest one that she knows of and may still answer. */
    public Optional<PendingInvitation> live(UUID groupId, String inviteeId, Instant now) {
        return find(
                        "groupId = ?1 and inviteeId = ?2 and not withheld and expiresAt > ?3 order by invitationId desc",
                        groupId,
                        inviteeId,
                        now)
                .firstResultOptional();
    }

    /** As it is told now; what was told of it before is replaced. */
    public PendingInvitation keep(InvitationSnapshot invitation, boolean withheld) {
        return getEntityManager().merge(new PendingInvitation(invitation, withheld));
    }

    /** It has its answer, or ended without one. */
    public void drop(UUID invitationId) {
        delete("invitationId", invitationId);
    }
}
