package org.convoke.invitations.invitation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.events.Fact;
import org.convoke.events.GroupPreview;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Topic;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.InvitationCheck;
import org.convoke.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** Invites one person, unless an invitation of hers to that group is pending: then that is the answer. */
@ApplicationScoped
public class SendInvitation {

    private final Groups groups;
    private final Invitations invitations;
    private final Ledger ledger;

    SendInvitation(Groups groups, Invitations invitations, Ledger ledger) {
        this.groups = groups;
        this.invitations = invitations;
        this.ledger = ledger;
    }

    /** What is asked for. */
    public record Wanted(
            UUID groupId, String inviteeId, @Nullable String message, Duration life) {}

    /** @param isNew false when it was pending before */
    public record Sent(InvitationSnapshot invitation, boolean isNew) {}

    public Sent send(String inviterId, Wanted wanted) {
        GroupPreview group = permitted(groups.check(wanted.groupId(), inviterId, List.of(wanted.inviteeId())));
        Optional<Sent> sent = Optional.empty();
        while (sent.isEmpty()) {
            sent = QuarkusTransaction.requiringNew().call(() -> insertOrFind(inviterId, wanted, group));
        }
        return sent.get();
    }

    private static GroupPreview permitted(InvitationCheck check) {
        if (!check.mayInvite()) {
            throw new Refused(Refusal.MAY_NOT_INVITE);
        }
        return switch (check.invitees().getFirst().standing()) {
            case OK, REQUESTED -> check.group();
            case BANNED -> throw new Refused(Refusal.INVITEE_BANNED);
            case MEMBER -> throw new Refused(Refusal.ALREADY_A_MEMBER);
            case UNKNOWN -> throw new Refused(Refusal.UNKNOWN_PERSON);
        };
    }

    /** @return empty when the one in the way is over by now: look again */
    private Optional<Sent> insertOrFind(String inviterId, Wanted wanted, GroupPreview group) {
        Instant now = invitations.databaseTime();
        var fresh =
                new Invitation(group, inviterId, wanted.inviteeId(), wanted.message(), now, now.plus(wanted.life()));
        Fact<InvitationSent> fact = fresh.send();
        if (invitations.insertUnlessPending(fresh.at(now), fact.seq())) {
            ledger.tell(Topic.INVITATIONS, fact);
            return Optional.of(new Sent(fresh.at(now), true));
        }
        return invitations.lockPending(group.id(), wanted.inviteeId()).flatMap(this::sameUnlessOver);
    }

    private Optional<Sent> sameUnlessOver(Invitation pending) {
        Instant now = invitations.databaseTime();
        if (!pending.isOver(now)) {
            return Optional.of(new Sent(pending.at(now), false));
        }
        ledger.tell(Topic.INVITATIONS, pending.expire(now));
        return Optional.empty();
    }
}
