package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.Relation;
import org.convoke.invitations.group.Role;

/** Who besides the two parties has to do with an invitation: the moderators of its group, as of this moment. */
@ApplicationScoped
class Moderators {

    private final Groups groups;
    private final Invitations invitations;

    Moderators(Groups groups, Invitations invitations) {
        this.groups = groups;
        this.invitations = invitations;
    }

    /** Whether she moderates the group of that invitation. */
    boolean moderate(String personId, UUID invitationId) {
        return invitations
                .groupOf(invitationId)
                .map(group -> groups.relation(group, personId).isAtLeast(Role.MODERATOR))
                .orElse(false);
    }

    /** @throws Refused NOT_A_MODERATOR for who sees the group, otherwise NOT_FOUND */
    void require(String personId, UUID groupId) {
        Relation relation = groups.relation(groupId, personId);
        if (!relation.isAtLeast(Role.MODERATOR)) {
            boolean seesIt =
                    relation.role() != null || !relation.group().visibility().equals("HIDDEN");
            throw new Refused(seesIt ? Refusal.NOT_A_MODERATOR : Refusal.NOT_FOUND);
        }
    }

    /** Does what only a party may; a moderator sees the invitation and is told that much. */
    <T> T refusing(Refusal refusal, String actorId, UUID invitationId, Supplier<T> asParty) {
        try {
            return asParty.get();
        } catch (Refused refused) {
            if (refused.refusal() == Refusal.NOT_FOUND && moderate(actorId, invitationId)) {
                throw new Refused(refusal);
            }
            throw refused;
        }
    }
}
