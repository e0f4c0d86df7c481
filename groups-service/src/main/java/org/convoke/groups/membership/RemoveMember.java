package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Actor;
import org.convoke.groups.group.Actors;
import org.convoke.groups.group.GroupLedger;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;

/** A moderator puts a member out; she may come back as she came the first time. */
@ApplicationScoped
public class RemoveMember {

    private final Actors actors;
    private final Members members;
    private final GroupLedger ledger;
    private final Clock clock;

    public RemoveMember(Actors actors, Members members, GroupLedger ledger, Clock clock) {
        this.actors = actors;
        this.members = members;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refused NOT_FOUND, FORBIDDEN, ARCHIVED or OUTRANKED */
    @Transactional
    public void remove(UUID groupId, String userId, String memberId) {
        Actor actor = actors.lockForChange(groupId, userId, Role.MODERATOR);
        Member member = members.of(groupId, memberId).orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
        ledger.tellEnded(actor.group(), actor.remove(member), memberId, clock.instant());
        members.delete(member);
    }
}
