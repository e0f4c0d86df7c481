package org.convoke.invitations.invitation;

import static org.convoke.invitations.invitation.InvitationStatus.ACCEPTED;
import static org.convoke.invitations.invitation.InvitationStatus.CANCELLED;
import static org.convoke.invitations.invitation.InvitationStatus.DECLINED;
import static org.convoke.invitations.invitation.InvitationStatus.EXPIRED;
import static org.convoke.invitations.invitation.InvitationStatus.PENDING;
import static org.convoke.invitations.invitation.InvitationStatus.REVOKED;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convoke.events.Fact;
import org.convoke.events.GroupPreview;
import org.convoke.events.InvitationEvent;
import org.convoke.events.InvitationEvent.InvitationAccepted;
import org.convoke.events.InvitationEvent.InvitationCancelled;
import org.convoke.events.InvitationEvent.InvitationDeclined;
import org.convoke.events.InvitationEvent.InvitationExpired;
import org.convoke.events.InvitationEvent.InvitationResent;
import org.convoke.events.InvitationEvent.InvitationRevoked;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Uuids;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Member;
import org.convoke.invitations.group.Seat;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to one group for one person. Its verbs are called with its row locked; {@code now} is always the
 * database's time, so that every instance decides alike.
 */
@Entity
public class Invitation {

    private static final String SOURCE = "/invitations-service";

    @Id
    private UUID id;

    private long seq;
    private UUID groupId;

    @JdbcTypeCode(SqlTypes.JSON)
    private GroupPreview groupPreview;

    private String inviterId;
    private String inviteeId;
    private @Nullable String message;

    @Enumerated(EnumType.STRING)
    private InvitationStatus status;

    private @Nullable String reason;
    private boolean withheld;
    private boolean batch;
    private int resends;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant decidedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable DeclineScope declineScope;

    @Embedded
    private @Nullable Claim claim;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Member membership;

    protected Invitation() {}

    Invitation(Order order, String inviteeId, GroupPreview group, boolean withheld, Instant now) {
        this.id = Uuids.next();
        this.groupId = group.id();
        this.groupPreview = group;
        this.inviterId = order.inviterId();
        this.inviteeId = inviteeId;
        this.message = order.message();
        this.status = PENDING;
        this.withheld = withheld;
        this.batch = order.batch();
        this.createdAt = now;
        this.expiresAt = now.plus(order.life());
    }

    Fact<InvitationSent> send() {
        return tell(new InvitationSent(at(createdAt), withheld), createdAt);
    }

    /** The invitee takes her turn to accept; until it ends nobody else decides. */
    Turn take(String actorId, Instant now, ClaimConfig times) {
        requireInvitee(actorId);
        if (membership != null) {
            return new Turn.Accepted(at(now), membership);
        }
        if (claim == null) {
            requirePending(now);
        } else if (!claim.hasLapsed(now, times.margin())) {
            throw new Refused(Refusal.ACCEPT_UNDER_WAY);
        }
        return claim(now, times);
    }

    /** Begins a turn, also in place of one whose outcome is not known: asking for the seat again finds out. */
    Turn.Claimed claim(Instant now, ClaimConfig times) {
        claim = new Claim(UUID.randomUUID(), now.plus(times.lease()));
        Instant deadline = claim.until().minus(times.fence());
        return new Turn.Claimed(claim.id(), new Seat(groupId, inviteeId, id, inviterId, deadline));
    }

    Fact<InvitationAccepted> accept(UUID claimId, Member seat, Instant now) {
        requireClaim(claimId);
        membership = seat;
        end(ACCEPTED, now);
        return tell(new InvitationAccepted(at(now)), now);
    }

    /** The seat was refused: the invitation is pending as before. */
    void release(UUID claimId) {
        requireClaim(claimId);
        claim = null;
    }

    /** @return empty when it was declined before */
    Optional<Fact<InvitationDeclined>> decline(String actorId, DeclineScope scope, Instant now) {
        requireInvitee(actorId);
        if (status == DECLINED) {
            return Optional.empty();
        }
        requirePending(now);
        declineScope = scope;
        end(DECLINED, now);
        return Optional.of(tell(new InvitationDeclined(at(now)), now));
    }

    /** @return empty when it was cancelled before */
    Optional<Fact<InvitationCancelled>> cancel(String actorId, boolean moderates, Instant now) {
        if (!moderates) {
            requireInviter(actorId);
        }
        if (status == CANCELLED) {
            return Optional.empty();
        }
        requirePending(now);
        end(CANCELLED, now);
        return Optional.of(tell(new InvitationCancelled(at(now), actorId, withheld), now));
    }

    /** Also while it is being accepted; its end stays where it is. */
    Fact<InvitationResent> resend(String actorId, int limit, Instant now) {
        requireInviter(actorId);
        if (claim == null) {
            requirePending(now);
        }
        if (limit > 0 && resends >= limit) {
            throw new Refused(Refusal.RESEND_QUOTA, Duration.between(now, expiresAt));
        }
        resends++;
        return tell(new InvitationResent(at(now), withheld), now);
    }

    /** She became a member by it without having claimed it, as by a request to join. */
    Fact<InvitationAccepted> join(Member seat, Instant now) {
        requireNoClaim();
        membership = seat;
        end(ACCEPTED, now);
        return tell(new InvitationAccepted(at(now)), now);
    }

    /** What it was for is no more; one whose time has passed expires instead. */
    Fact<? extends InvitationEvent> revoke(Reason why, @Nullable String actorId, Instant now) {
        requireNoClaim();
        if (isOver(now)) {
            return expire(now);
        }
        reason = why.name();
        end(REVOKED, now);
        return tell(new InvitationRevoked(at(now), actorId, withheld), now);
    }

    Fact<InvitationExpired> expire(Instant now) {
        end(EXPIRED, expiresAt);
        return tell(new InvitationExpired(at(now), withheld), now);
    }

    /** Its time has passed and no accept that began in time is under way. */
    boolean isOver(Instant now) {
        return status == PENDING && claim == null && !expiresAt.isAfter(now);
    }

    /** Whether it is kept from its invitee. */
    boolean isWithheld() {
        return withheld;
    }

    boolean wasSentAfter(Instant moment) {
        return createdAt.isAfter(moment);
    }

    UUID id() {
        return id;
    }

    boolean isBeingAccepted() {
        return claim != null;
    }

    boolean isBy(String personId) {
        return inviterId.equals(personId);
    }

    String inviteeId() {
        return inviteeId;
    }

    /** What is to be seen of it at that time. */
    InvitationSnapshot at(Instant now) {
        boolean over = isOver(now);
        return new InvitationSnapshot(
                id,
                groupId,
                groupPreview,
                inviterId,
                inviteeId,
                message,
                (over ? EXPIRED : status).name(),
                reason,
                createdAt,
                expiresAt,
                over ? expiresAt : decidedAt);
    }

    private void end(InvitationStatus how, Instant when) {
        status = how;
        decidedAt = when;
        claim = null;
    }

    private <E extends InvitationEvent> Fact<E> tell(E event, Instant now) {
        return new Fact<>(Uuids.next(), SOURCE, id.toString(), ++seq, now, null, event);
    }

    private void requireInvitee(String actorId) {
        if (!actorId.equals(inviteeId)) {
            throw new Refused(Refusal.NOT_THE_INVITEE);
        }
    }

    private void requireInviter(String actorId) {
        if (!actorId.equals(inviterId)) {
            throw new Refused(Refusal.NOT_THE_INVITER);
        }
    }

    private void requirePending(Instant now) {
        requireNoClaim();
        if (isOver(now)) {
            throw new Refused(Refusal.EXPIRED);
        }
        if (status != PENDING) {
            throw notPending();
        }
    }

    /** Says what became of it instead. */
    Refused notPending() {
        if (status == EXPIRED) {
            return new Refused(Refusal.EXPIRED);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("invitationStatus", status);
        members.put("reason", reason);
        return new Refused(Refusal.NOT_PENDING, members);
    }

    private void requireNoClaim() {
        if (claim != null) {
            throw new Refused(Refusal.ACCEPT_UNDER_WAY);
        }
    }

    private void requireClaim(UUID claimId) {
        if (claim == null || !claim.id().equals(claimId)) {
            throw new Refused(Refusal.ACCEPT_UNDER_WAY);
        }
    }
}
