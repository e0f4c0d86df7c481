package org.convoke.gateway.delivery;

import static org.convoke.gateway.stream.StreamName.inbox;

import jakarta.enterprise.context.ApplicationScoped;
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

    private final Entries entries;
    private final Payloads payloads;

    InvitationAudience(Entries entries, Payloads payloads) {
        this.entries = entries;
        this.payloads = payloads;
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

    /** Only the end of a batch asks for attention. */
    List<ShardOperation> of(Fact<?> fact, BatchEvent event) {
        BatchSnapshot batch = event.batch();
        String name = "group:invitations_sent";
        return List.of(
                switch (event) {
                    case BatchProgressed progressed ->
                        entries.event(fact, inbox(batch.inviterId()), name, payloads.batch(batch));
                    case BatchCompleted completed ->
                        entries.notification(fact, inbox(batch.inviterId()), name, payloads.batch(batch));
                    case BatchCancelled cancelled ->
                        entries.notification(fact, inbox(batch.inviterId()), name, payloads.batch(batch));
                });
    }

    private List<ShardOperation> sent(Fact<?> fact, InvitationSnapshot invitation, boolean withheld) {
        Append sent =
                entries.event(fact, inbox(invitation.inviterId()), "invitation:sent", payloads.invitation(invitation));
        return withheld ? List.of(sent) : List.of(sent, received(fact, invitation));
    }

    private Append received(Fact<?> fact, InvitationSnapshot invitation) {
        return entries.notification(
                fact, inbox(invitation.inviteeId()), "invitation:received", payloads.invitation(invitation));
    }

    private Append responded(Fact<?> fact, InvitationSnapshot invitation) {
        return entries.notification(
                fact, inbox(invitation.inviterId()), "invitation:responded", payloads.invitation(invitation));
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
        String name = "invitation:cancelled";
        return person.equals(actor)
                ? entries.event(fact, inbox(person), name, payloads.invitation(invitation))
                : entries.notification(fact, inbox(person), name, payloads.invitation(invitation));
    }

    /** Her inbox is gone and must not come back. */
    private static boolean isErased(InvitationSnapshot invitation, String person, @Nullable String actor) {
        return ERASED.equals(invitation.reason()) && person.equals(actor);
    }
}
