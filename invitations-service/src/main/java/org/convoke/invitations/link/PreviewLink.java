package org.convoke.invitations.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Relation;
import org.convoke.invitations.group.Standing;

/** Shows where a link leads, also into a hidden group: its code is the permission. */
@ApplicationScoped
public class PreviewLink {

    private final Links links;
    private final Redemptions redemptions;
    private final LinkedGroups groups;

    PreviewLink(Links links, Redemptions redemptions, LinkedGroups groups) {
        this.links = links;
        this.redemptions = redemptions;
        this.groups = groups;
    }

    /** @throws Refused NOT_FOUND, LINK_REVOKED, LINK_EXPIRED, LINK_EXHAUSTED or BANNED */
    public LinkPreview preview(LinkCode code, String userId) {
        Link link = QuarkusTransaction.requiringNew().call(() -> open(code));
        Relation relation = groups.relation(link.groupId(), userId);
        if (relation.standing() == Standing.BANNED) {
            throw new Refused(Refusal.BANNED);
        }
        boolean member = relation.standing() == Standing.MEMBER;
        return new LinkPreview(relation.group(), link.creator(), link.expiresAt(), member);
    }

    private Link open(LinkCode code) {
        Link link = links.by(code);
        link.mustBeOpen(links.databaseTime());
        if (link.isUsedUp() && !redemptions.isAnyReserved(link.id())) {
            throw new Refused(Refusal.LINK_EXHAUSTED);
        }
        return link;
    }
}
