package org.convoke.invitations.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.Relation;
import org.convoke.invitations.group.Role;

/** The links of a group are its admins' business, as groups-service says at this moment. */
@ApplicationScoped
class LinkAdmins {

    private final Groups groups;

    LinkAdmins(Groups groups) {
        this.groups = groups;
    }

    /** @throws Refused NOT_AN_ADMIN, or NOT_FOUND for whom the group does not exist */
    Relation require(UUID groupId, String actorId) {
        Relation relation = groups.relation(groupId, actorId);
        if (relation.isAtLeast(Role.ADMIN)) {
            return relation;
        }
        boolean sees = relation.role() != null || !relation.group().visibility().equals("HIDDEN");
        throw new Refused(sees ? Refusal.NOT_AN_ADMIN : Refusal.NOT_FOUND);
    }
}
