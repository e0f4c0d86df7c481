package org.convoke.gateway.delivery;

import static org.convoke.gateway.stream.StreamName.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.convoke.events.BatchEvent;
import org.convoke.events.BatchEvent.BatchCancelled;
import org.convoke.events.BatchEvent.BatchCompleted;
import org.convoke.events.BatchEvent.BatchProgressed;
import org.convoke.events.BatchSnapshot;
import org.convoke.events.Fact;
import org.convoke.events.InvitationEvent;
import org.convoke.events.InvitationEvent.InvitationAccepted;
import org.convoke.events.InvitationEvent.InvitationCancelled;
import org.convoke.events.InvitationEvent.InvitationDeclined;
import org.convoke.events.InvitationEvent.InvitationExpired;
import org.convoke.events.InvitationEvent.InvitationResent;
import org.convoke.events.InvitationEvent.InvitationRevoked;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.gateway.delivery.ShardOperation.Acquaintance;
import org.convoke.gateway.delivery.ShardOperation.Append;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of an invitation: its inviter and its invitee. A withheld one is never shown to the invitee, and the inviter
 * is told the same as of any other.
 */
@ApplicationScoped
class InvitationAudience {

    private static final String ERASED = "ERASED";
    private static final long OVER = 0;
    /** Progress that is told again later, because Redis lost its tail, is none any more. */
    private static final Duration NEWS = Duration.ofSeconds(30);

    private final Entries entries;
    private final Payloads payloads;
    private final Clock clock;

    InvitationAudience(Entries entries, Payloads payloads, Clock clock) {
        this.entries = entries;
        this.payloads = payloads;
        this.clock = clock;
    }

    List<ShardOperation> of(Fact<?> fact, InvitationEvent event) {
        List<ShardOperation> operations = new ArrayList<>(told(fact, event));
        operations.addAll(acquaintance(fact, event));
        return operations;
    }

    /** A withheld invitation makes nobody visible: the invitee does not want to be seen by its inviter. */
    private static List<ShardOperation> acquaintance(Fact<?> fact, InvitationEvent event) {
        long expiry = event.invitation().expiresAt().toEpochMilli();
        return switch (event) {
            case InvitationSent sent -> sent.withheld() ? List.of() : between(fact, sent, expiry);
            case InvitationResent resent -> resent.withheld() ? List.of() : between(fact, resent, expiry);
            case InvitationAccepted accepted -> between(fact, accepted, OVER);
            case InvitationDeclined declined -> between(fact, declined, OVER);
            case InvitationCancelled cancelled -> between(fact, cancelled, OVER);
            case InvitationExpired expired -> between(fact, expired, OVER);
            case InvitationRevoked revoked -> between(fact, revoked, OVER);
        };
    }

    private static List<ShardOperation> between(Fact<?> fact, InvitationEvent event, long expiry) {
        InvitationSnapshot invitation = event.invitation();
        String inviter = invitation.inviterId();
        String invitee = invitation.inviteeId();
        return List.of(
                new Acquaintance(inviter, invitee, invitation.id(), expiry, fact.time()),
                new Acquaintance(invitee, inviter, invitation.id(), expiry, fact.time()));
    }

    private List<ShardOperation> told(Fact<?> fact, InvitationEvent event) {
        InvitationSnapshot invitation = event.invitation();
        return switch (event) {
            case InvitationSent sent -> sent(fact, invitation, sent.withheld());
            case InvitationResent resent -> resent.withheld() ? List.of() : List.of(received(fact, invitation));
            case InvitationAccepted accepted -> List.of(responded(fact, invitation));
            case InvitationDeclined declined -> List.of(responded(fact, invitation));
            case InvitationCancelled cancelled -> cancelled(fact, invitation, cancelled);
            case InvitationExpired expired -> ended(fact, invitation, null, expired.withheld());
            case InvitationRevoked revoked -> ended(fact, invitation, revoked.actorId(), revoked.withheld());
        };
    }

    /** The end of a batch is a notification; how far it has got only those hear who are here, as long as it is true. */
    List<ShardOperation> of(Fact<?> fact, BatchEvent event) {
        BatchSnapshot batch = event.batch();
        return switch (event) {
            case BatchProgressed progressed ->
                fact.time().isBefore(clock.instant().minus(NEWS))
                        ? List.of()
                        : List.of(told(fact, batch, new Attention.Passing()));
            case BatchCompleted completed -> List.of(told(fact, batch, new Attention.Ordinary(batch.groupId())));
            case BatchCancelled cancelled -> List.of(told(fact, batch, new Attention.Ordinary(batch.groupId())));
        };
    }

    private Append told(Fact<?> fact, BatchSnapshot batch, Attention attention) {
        return entries.event(
                fact, inbox(batch.inviterId()), "group:invitations_sent", payloads.batch(batch), attention);
    }

    private List<ShardOperation> sent(Fact<?> fact, InvitationSnapshot invitation, boolean withheld) {
        Append sent =
                entries.event(fact, inbox(invitation.inviterId()), "invitation:sent", payloads.invitation(invitation));
        return withheld ? List.of(sent) : List.of(sent, received(fact, invitation));
    }

    private Append received(Fact<?> fact, InvitationSnapshot invitation) {
        return entries.event(
                fact,
                inbox(invitation.inviteeId()),
                "invitation:received",
                payloads.invitation(invitation),
                new Attention.Important(invitation.groupId()));
    }

    private Append responded(Fact<?> fact, InvitationSnapshot invitation) {
        return entries.event(
                fact,
                inbox(invitation.inviterId()),
                "invitation:responded",
                payloads.invitation(invitation),
                new Attention.Ordinary(invitation.groupId()));
    }

    private List<ShardOperation> cancelled(Fact<?> fact, InvitationSnapshot invitation, InvitationCancelled cancelled) {
        String actor = cancelled.actorId();
        if (!actor.equals(invitation.inviterId())) {
            return ended(fact, invitation, actor, cancelled.withheld());
        }
        return cancelled.withheld() ? List.of() : List.of(over(fact, invitation, invitation.inviteeId(), actor));
    }

    private List<ShardOperation> ended(
            Fact<?> fact, InvitationSnapshot invitation, @Nullable String actor, boolean withheld) {
        List<ShardOperation> operations = new ArrayList<>();
        if (!withheld && !isErased(invitation, invitation.inviteeId(), actor)) {
            operations.add(over(fact, invitation, invitation.inviteeId(), actor));
        }
        if (!isErased(invitation, invitation.inviterId(), actor)) {
            operations.add(over(fact, invitation, invitation.inviterId(), actor));
        }
        return operations;
    }

    /** To whoever caused it herself, it is no news that asks for attention. */
    private Append over(Fact<?> fact, InvitationSnapshot invitation, String person, @Nullable String actor) {
        Attention attention =
                person.equals(actor) ? new Attention.None() : new Attention.Ordinary(invitation.groupId());
        return entries.event(fact, inbox(person), "invitation:cancelled", payloads.invitation(invitation), attention);
    }

    /** Her inbox is gone and must not come back. */
    private static boolean isErased(InvitationSnapshot invitation, String person, @Nullable String actor) {
        return ERASED.equals(invitation.reason()) && person.equals(actor);
    }
}
