package org.convoke.invitations.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.invitations.Refused;

/** Ends a link for good; whose redemption began before may still get in by it. */
@ApplicationScoped
public class RevokeLink {

    private final LinkAdmins admins;
    private final Links links;

    RevokeLink(LinkAdmins admins, Links links) {
        this.admins = admins;
        this.links = links;
    }

    /** @throws Refused NOT_FOUND or NOT_AN_ADMIN: who made it and is no admin any more may not */
    public void revoke(UUID id, String actorId) {
        UUID groupId = QuarkusTransaction.requiringNew().call(() -> links.of(id).groupId());
        admins.require(groupId, actorId);
        QuarkusTransaction.requiringNew().run(() -> links.lock(id).revoke(links.databaseTime()));
    }
}
