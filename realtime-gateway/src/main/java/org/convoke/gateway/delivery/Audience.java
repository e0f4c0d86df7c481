package org.convoke.gateway.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.convoke.events.BatchEvent;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.events.InvitationEvent;
import org.convoke.events.MembershipState;
import org.convoke.events.PersonEvent;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.events.PersonEvent.PersonMet;
import org.convoke.gateway.delivery.ShardOperation.Erasure;
import org.convoke.gateway.delivery.ShardOperation.Listing;
import org.convoke.gateway.delivery.ShardOperation.Seat;

/** Who hears of what, and under which name: here and in the audience of each family of events, and nowhere else. */
@ApplicationScoped
class Audience {

    /** Kafka keeps for longer than that what the groups told. */
    private static final Duration STILL_TOLD = Duration.ofDays(6);

    private final GroupAudience groups;
    private final InvitationAudience invitations;
    private final Clock clock;

    Audience(GroupAudience groups, InvitationAudience invitations, Clock clock) {
        this.groups = groups;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** What the fact means, in the order in which it is to be carried out in each shard. */
    List<ShardOperation> of(Fact<?> fact) {
        DomainEvent event = fact.event();
        return switch (event) {
            case null -> gone(fact);
            case GroupEvent groupEvent -> groups.of(fact, groupEvent);
            case InvitationEvent invitationEvent -> invitations.of(fact, invitationEvent);
            case BatchEvent batchEvent -> invitations.of(fact, batchEvent);
            case MembershipState state -> rebuilt(fact, state.groupId(), state.userId(), state.role());
            case PersonEvent personEvent -> ofPerson(fact, personEvent);
        };
    }

    /** Nobody hears of a person who comes or goes; what is kept for one who goes is deleted. */
    private static List<ShardOperation> ofPerson(Fact<?> fact, PersonEvent event) {
        return switch (event) {
            case PersonMet met -> List.of();
            case PersonErased erased -> List.of(new Erasure(erased.userId(), fact.time()));
        };
    }

    /** A tombstone of the memberships topic: its key says who left what. */
    private List<ShardOperation> gone(Fact<?> fact) {
        UUID groupId = MembershipState.groupOf(fact.subject());
        return rebuilt(fact, groupId, MembershipState.userOf(fact.subject()), Seat.NO_ROLE);
    }

    /**
     * A seat that the group's own events still tell of is left to them: this topic may be ahead of theirs, and whoever sat
     * down too early would hear what happened before she came.
     */
    private List<ShardOperation> rebuilt(Fact<?> fact, UUID groupId, String userId, String role) {
        Listing listing = new Listing(userId, groupId, role, fact.seq());
        return fact.time().isAfter(clock.instant().minus(STILL_TOLD))
                ? List.of(listing)
                : List.of(new Seat(groupId, userId, role, fact.seq(), true), listing);
    }
}
