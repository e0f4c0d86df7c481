package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Actor;
import org.convoke.groups.group.Actors;
import org.convoke.groups.group.GroupLedger;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;

/** An owner makes another member owner in her place and is an admin from then on. */
@ApplicationScoped
public class TransferOwnership {

    private final Actors actors;
    private final Members members;
    private final GroupLedger ledger;
    private final Clock clock;

    public TransferOwnership(Actors actors, Members members, GroupLedger ledger, Clock clock) {
        this.actors = actors;
        this.members = members;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Changes nothing where she names herself.
     *
     * @throws Refused NOT_FOUND, FORBIDDEN, ARCHIVED or NOT_A_MEMBER
     */
    @Transactional
    public Member transfer(UUID groupId, String userId, String successorId) {
        Actor owner = actors.lockForChange(groupId, userId, Role.OWNER);
        Member successor = members.of(groupId, successorId).orElseThrow(() -> new Refused(Refusal.NOT_A_MEMBER));
        if (!successorId.equals(userId)) {
            ledger.tellChanged(
                    owner.group(), owner.transferTo(successor), List.of(successor, owner.self()), clock.instant());
        }
        return successor;
    }
}
