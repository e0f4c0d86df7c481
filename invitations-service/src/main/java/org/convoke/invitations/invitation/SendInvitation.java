package org.convoke.invitations.invitation;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.convoke.events.InvitationSnapshot;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.InvitationCheck;
import org.convoke.invitations.quota.CoolDowns;
import org.convoke.invitations.quota.Quotas;
import org.jspecify.annotations.Nullable;

/** Invites one person, unless an invitation of hers to that group is pending: then that is the answer. */
@ApplicationScoped
public class SendInvitation {

    private final Groups groups;
    private final InvitePeople invitePeople;
    private final Invitations invitations;
    private final Quotas quotas;
    private final CoolDowns coolDowns;

    SendInvitation(
            Groups groups, InvitePeople invitePeople, Invitations invitations, Quotas quotas, CoolDowns coolDowns) {
        this.groups = groups;
        this.invitePeople = invitePeople;
        this.invitations = invitations;
        this.quotas = quotas;
        this.coolDowns = coolDowns;
    }

    /** What is asked for. */
    public record Wanted(
            UUID groupId, String inviteeId, @Nullable String message, Duration life) {}

    /** @param isNew false when it was pending before */
    public record Sent(InvitationSnapshot invitation, boolean isNew) {}

    /** In the caller's transaction, if there is one; groups-service is asked before any row is locked. */
    public Sent send(String inviterId, Wanted wanted) {
        List<String> invitee = List.of(wanted.inviteeId());
        InvitationCheck check = groups.check(wanted.groupId(), inviterId, invitee);
        Order order = new Order(wanted.groupId(), inviterId, invitee, wanted.message(), wanted.life(), false);
        return QuarkusTransaction.joiningExisting().call(() -> {
            Result result = invitePeople.invite(order, check).getFirst();
            return sent(order, result.verdict(), result.invitation());
        });
    }

    private Sent sent(Order order, Verdict verdict, @Nullable InvitationSnapshot invitation) {
        return switch (verdict) {
            case CREATED -> new Sent(requireNonNull(invitation), true);
            case EXISTING -> new Sent(requireNonNull(invitation), false);
            case NOT_ALLOWED -> throw new Refused(Refusal.MAY_NOT_INVITE);
            case UNKNOWN -> throw new Refused(Refusal.UNKNOWN_PERSON);
            case ALREADY_MEMBER -> throw new Refused(Refusal.ALREADY_A_MEMBER);
            case BANNED -> throw new Refused(Refusal.INVITEE_BANNED);
            case BLOCKED -> throw new Refused(Refusal.INVITES_BLOCKED);
            case INVITER_QUOTA ->
                throw until(Refusal.INVITER_QUOTA, now -> quotas.inviterFree(order.inviterId(), false, now));
            case GROUP_QUOTA ->
                throw until(Refusal.GROUP_INVITATION_QUOTA, now -> quotas.groupFree(order.groupId(), now));
            case COOLDOWN ->
                throw until(
                        Refusal.COOLDOWN,
                        now -> coolDowns.end(order.groupId(), order.inviteeIds().getFirst(), now));
        };
    }

    /** Still within the transaction that has counted, so that the time is true. */
    private Refused until(Refusal refusal, UnaryOperator<Instant> end) {
        Instant now = invitations.databaseTime();
        return new Refused(refusal, Duration.between(now, end.apply(now)));
    }
}
