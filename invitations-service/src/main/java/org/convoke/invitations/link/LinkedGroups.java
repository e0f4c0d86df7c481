package org.convoke.invitations.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.LinkSeats;
import org.convoke.invitations.group.Member;
import org.convoke.invitations.group.Relation;

/** The groups that links lead to, as groups-service has them at this moment. */
@ApplicationScoped
class LinkedGroups {

    private final Groups groups;
    private final LinkSeats seats;

    LinkedGroups(Groups groups, LinkSeats seats) {
        this.groups = groups;
        this.seats = seats;
    }

    /** @throws Refused LINK_REVOKED when the group takes nobody any more, or GROUPS_UNREACHABLE */
    Relation relation(UUID groupId, String userId) {
        Relation relation = ask(groupId, userId);
        if (relation.archived()) {
            throw new Refused(Refusal.LINK_REVOKED);
        }
        return relation;
    }

    /** @throws Refused ACCEPT_UNDER_WAY when she has left meanwhile: look again */
    Member member(UUID groupId, String userId) {
        return seats.present(groupId, userId).orElseThrow(() -> new Refused(Refusal.ACCEPT_UNDER_WAY));
    }

    private Relation ask(UUID groupId, String userId) {
        try {
            return groups.relation(groupId, userId);
        } catch (Refused refused) {
            throw refused.refusal() == Refusal.NOT_FOUND ? new Refused(Refusal.LINK_REVOKED) : refused;
        }
    }
}
