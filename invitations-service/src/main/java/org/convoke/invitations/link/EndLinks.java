package org.convoke.invitations.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent.GroupArchived;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.invitations.FactListener;
import org.convoke.invitations.Refused;

/** What becomes of links when their group or a person is gone. */
@ApplicationScoped
public class EndLinks implements FactListener {

    private final Links links;
    private final Redemptions redemptions;

    EndLinks(Links links, Redemptions redemptions) {
        this.links = links;
        this.redemptions = redemptions;
    }

    @Override
    public void hear(Fact<?> fact) {
        switch (fact.event()) {
            case GroupDeleted deleted -> groupDeleted(deleted.groupId(), fact.time());
            case GroupArchived archived -> groupArchived(archived.groupId(), fact.time());
            case PersonErased erased -> personErased(erased.userId());
            case null, default -> {}
        }
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
