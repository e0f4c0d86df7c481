package org.convoke.invitations.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.convoke.invitations.Refused;

/** What becomes of links when their group or a person is gone. */
@ApplicationScoped
public class EndLinks {

    private final Links links;
    private final Redemptions redemptions;

    EndLinks(Links links, Redemptions redemptions) {
        this.links = links;
        this.redemptions = redemptions;
    }

    @Transactional
    public void groupDeleted(UUID groupId, Instant when) {
        links.revokeOf(groupId, when);
    }

    /** For good, as invitations are: they do not come back with the group. Those made since are none of its business. */
    @Transactional
    public void groupArchived(UUID groupId, Instant when) {
        links.revokeOf(groupId, when);
    }

    /**
     * Her links end, as nobody answers for them any more, and nothing here names her.
     *
     * @throws Refused ACCEPT_UNDER_WAY while she is being let in somewhere: to be tried again
     */
    @Transactional
    public void personErased(String userId) {
        links.forgetCreator(userId, links.databaseTime());
        redemptions.forget(userId);
    }
}
