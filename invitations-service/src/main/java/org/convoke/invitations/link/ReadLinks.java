package org.convoke.invitations.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.invitations.Refused;

/** Shows admins the links of their group, those included that have ended. */
@ApplicationScoped
public class ReadLinks {

    private final LinkAdmins admins;
    private final Links links;

    ReadLinks(LinkAdmins admins, Links links) {
        this.admins = admins;
        this.links = links;
    }

    /**
     * The newest first.
     *
     * @param after the link behind which this part begins
     * @throws Refused NOT_FOUND or NOT_AN_ADMIN
     */
    public List<LinkSnapshot> list(UUID groupId, String actorId, Optional<UUID> after, int limit) {
        admins.require(groupId, actorId);
        return links.page(groupId, after, limit).stream().map(Link::seen).toList();
    }
}
