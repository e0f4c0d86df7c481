package org.convoke.gateway.delivery;

import static org.convoke.gateway.stream.StreamName.group;
import static org.convoke.gateway.stream.StreamName.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupEvent.MemberMuted;
import org.convoke.events.GroupEvent.MemberRemoved;
import org.convoke.events.GroupEvent.MemberRoleChanged;
import org.convoke.events.GroupEvent.MemberUnbanned;
import org.convoke.events.GroupEvent.OfMember;
import org.convoke.events.GroupEvent.OwnershipTransferred;
import org.convoke.gateway.delivery.ShardOperation.Listing;
import org.convoke.gateway.delivery.ShardOperation.Role;
import org.convoke.gateway.delivery.ShardOperation.Seat;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of what happens to a member: the group, and she herself where somebody else did it, or where she hears no more
 * of the group. A ban is told to nobody: the removal before it was.
 */
@ApplicationScoped
class MemberAudience {

    private final Entries entries;
    private final Payloads payloads;

    MemberAudience(Entries entries, Payloads payloads) {
        this.entries = entries;
        this.payloads = payloads;
    }

    List<ShardOperation> of(Fact<?> fact, OfMember event) {
        return switch (event) {
            case MemberJoined joined -> joined(fact, joined);
            case MemberLeft left -> left(fact, left);
            case MemberRemoved removed -> removed(fact, removed);
            case MemberRoleChanged changed -> role(fact, changed, changed.actorId(), changed.userId(), changed.role());
            case OwnershipTransferred transferred -> transferred(fact, transferred);
            case MemberMuted muted -> muted(fact, muted);
            case MemberBanned banned -> List.of();
            case MemberUnbanned unbanned -> List.of();
        };
    }

    private List<ShardOperation> joined(Fact<?> fact, MemberJoined joined) {
        ObjectNode body = payloads.ofMember(joined, joined.userId())
                .put("role", joined.role())
                .put("memberCount", joined.memberCount());
        return seated(
                fact, joined, joined.role(), entries.event(fact, group(joined.groupId()), "group:member_joined", body));
    }

    private List<ShardOperation> left(Fact<?> fact, MemberLeft left) {
        String name = "group:member_left";
        ObjectNode body = payloads.ofMember(left, left.userId()).put("memberCount", left.memberCount());
        return seated(
                fact,
                left,
                Seat.NO_ROLE,
                entries.parting(fact, group(left.groupId()), name, body, left.userId()),
                // To her other devices.
                entries.event(fact, inbox(left.userId()), name, body));
    }

    private List<ShardOperation> removed(Fact<?> fact, MemberRemoved removed) {
        String name = "member:removed";
        ObjectNode body = payloads.ofMember(removed, removed.actorId()).put("memberCount", removed.memberCount());
        return seated(
                fact,
                removed,
                Seat.NO_ROLE,
                entries.parting(fact, group(removed.groupId()), name, body, removed.userId()),
                entries.event(fact, inbox(removed.userId()), name, body, new Attention.Important(removed.groupId())));
    }

    private static List<ShardOperation> seated(Fact<?> fact, OfMember event, String role, ShardOperation... told) {
        List<ShardOperation> operations = new ArrayList<>();
        operations.add(new Seat(event.groupId(), event.userId(), role, fact.seq(), false));
        operations.add(new Listing(event.userId(), event.groupId(), role, fact.seq()));
        operations.addAll(List.of(told));
        return operations;
    }

    private List<ShardOperation> transferred(Fact<?> fact, OwnershipTransferred event) {
        List<ShardOperation> operations = new ArrayList<>(role(fact, event, event.actorId(), event.userId(), "OWNER"));
        operations.addAll(role(fact, event, event.actorId(), event.previousOwner(), "ADMIN"));
        return operations;
    }

    private List<ShardOperation> role(Fact<?> fact, OfMember event, String actorId, String userId, String role) {
        ObjectNode body = payloads.ofMember(event, actorId, userId).put("role", role);
        List<ShardOperation> operations = new ArrayList<>();
        operations.add(new Role(event.groupId(), userId, role, fact.seq()));
        operations.add(new Listing(userId, event.groupId(), role, fact.seq()));
        operations.add(entries.eventAbout(fact, group(event.groupId()), "group:member_role_changed", body, userId));
        if (!userId.equals(actorId)) {
            operations.add(entries.event(
                    fact, inbox(userId), "member:role_changed", body, new Attention.Important(event.groupId())));
        }
        return operations;
    }

    private List<ShardOperation> muted(Fact<?> fact, MemberMuted muted) {
        @Nullable
        String until = muted.mutedUntil() == null ? null : muted.mutedUntil().toString();
        ObjectNode body = payloads.ofMember(muted, muted.actorId()).put("mutedUntil", until);
        return List.of(entries.event(fact, group(muted.groupId()), "group:member_muted", body));
    }
}
