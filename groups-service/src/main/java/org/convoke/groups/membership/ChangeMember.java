package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convoke.groups.Expected;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Actor;
import org.convoke.groups.group.Actors;
import org.convoke.groups.group.GroupLedger;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;

/** Gives a member another role, mutes her, or both; what she has already is not told again. */
@ApplicationScoped
public class ChangeMember {

    private final Actors actors;
    private final Members members;
    private final GroupLedger ledger;
    private final Clock clock;

    public ChangeMember(Actors actors, Members members, GroupLedger ledger, Clock clock) {
        this.actors = actors;
        this.members = members;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refused NOT_FOUND, FORBIDDEN, ARCHIVED, STALE, OUTRANKED or LAST_OWNER */
    @Transactional
    public Member change(UUID groupId, String userId, String memberId, Expected expected, MemberChange change) {
        Actor actor = actors.lockForChange(groupId, userId, Role.MODERATOR);
        Member member = members.of(groupId, memberId).orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
        expected.mustInclude(member.revision());
        Instant now = clock.instant();
        // The mute first: she who gives her role away has no say after it.
        change.mute().ifPresent(mute -> mute(actor, member, mute, now));
        change.role().ifPresent(role -> assign(actor, member, role, now));
        return member;
    }

    private void mute(Actor actor, Member member, MemberChange.Mute mute, Instant now) {
        actor.mute(member, mute.until()).ifPresent(event -> ledger.tell(actor.group(), event, now));
    }

    private void assign(Actor actor, Member member, Role role, Instant now) {
        long otherOwners = member.role() == Role.OWNER ? members.otherOwners(member) : 0;
        actor.assign(role, member, otherOwners)
                .ifPresent(event -> ledger.tellChanged(actor.group(), event, List.of(member), now));
    }
}
