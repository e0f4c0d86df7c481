package org.convoke.groups.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.events.MembershipState;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.groups.group.DeletedGroups.Deleted;
import org.convoke.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened in a group, and whom that made a member, one of another role or one no more; the same goes into
 * the group's activity feed and audit.
 */
@ApplicationScoped
public class GroupLedger {

    private static final String SOURCE = "/groups-service";

    private final Ledger ledger;
    private final Instance<WhenTold> listeners;

    public GroupLedger(Ledger ledger, Instance<WhenTold> listeners) {
        this.ledger = ledger;
        this.listeners = listeners;
    }

    /** Tells what changes nobody's membership. */
    public void tell(Group group, GroupEvent event, Instant now) {
        tell(group, event, Map.of(), now);
    }

    /** @param details for the audit alone */
    public void tell(Group group, GroupEvent event, Map<String, Object> details, Instant now) {
        Fact<GroupEvent> fact = fact(group.id().toString(), group.seq(), event, now);
        ledger.tell(Topic.GROUPS, fact);
        listeners.forEach(listener -> listener.told(fact, details));
    }

    /** @param member whose membership the event began */
    public void tellBegun(Group group, GroupEvent event, Member member, Instant now) {
        tellChanged(group, event, List.of(member), now);
    }

    /** @param members who have another role since the event */
    public void tellChanged(Group group, GroupEvent event, List<Member> members, Instant now) {
        tell(group, event, now);
        for (Member member : members) {
            MembershipState state = new MembershipState(
                    group.id(), member.userId(), member.role().name());
            tellState(group, member.userId(), state, now);
        }
    }

    /** @param userId whose membership the event ended */
    public void tellEnded(Group group, GroupEvent event, String userId, Instant now) {
        tell(group, event, now);
        tellState(group, userId, null, now);
    }

    /** She is no member since the last event of a deleted group. */
    void tellGone(Deleted group, String userId) {
        tellState(MembershipState.key(group.id(), userId), group.seq(), null, group.at());
    }

    private void tellState(Group group, String userId, @Nullable MembershipState state, Instant now) {
        tellState(MembershipState.key(group.id(), userId), group.seq(), state, now);
    }

    private void tellState(String key, long seq, @Nullable MembershipState state, Instant now) {
        ledger.tell(Topic.MEMBERSHIPS, fact(key, seq, state, now));
    }

    private static <E extends DomainEvent> Fact<E> fact(String subject, long seq, @Nullable E event, Instant now) {
        return new Fact<>(Uuids.next(), SOURCE, subject, seq, now, null, event);
    }
}
