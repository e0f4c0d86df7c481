package org.convoke.groups.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.events.MembershipState;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** Tells what happened in a group, and whom that made a member or made one no more. */
@ApplicationScoped
public class GroupLedger {

    private static final String SOURCE = "/groups-service";

    private final Ledger ledger;

    public GroupLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param member whose membership the event began */
    public void tellBegun(Group group, GroupEvent event, Member member, Instant now) {
        tell(group, event, now);
        MembershipState state =
                new MembershipState(group.id(), member.userId(), member.role().name());
        tellState(group, member.userId(), state, now);
    }

    /** @param userId whose membership the event ended */
    public void tellEnded(Group group, GroupEvent event, String userId, Instant now) {
        tell(group, event, now);
        tellState(group, userId, null, now);
    }

    private void tell(Group group, GroupEvent event, Instant now) {
        ledger.tell(Topic.GROUPS, fact(group, group.id().toString(), event, now));
    }

    private void tellState(Group group, String userId, @Nullable MembershipState state, Instant now) {
        ledger.tell(Topic.MEMBERSHIPS, fact(group, MembershipState.key(group.id(), userId), state, now));
    }

    private static Fact<DomainEvent> fact(Group group, String subject, @Nullable DomainEvent event, Instant now) {
        return new Fact<>(Uuids.next(), SOURCE, subject, group.seq(), now, null, event);
    }
}
