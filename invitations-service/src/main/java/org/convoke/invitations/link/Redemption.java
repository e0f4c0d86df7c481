package org.convoke.invitations.link;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.convoke.events.Uuids;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Seat;
import org.convoke.invitations.invitation.Claim;
import org.convoke.invitations.invitation.ClaimConfig;
import org.jspecify.annotations.Nullable;

/** One use of a link by one person. Its verbs are called with its row locked. */
@Entity
class Redemption {

    @Id
    private UUID id;

    private UUID linkId;
    private String userId;

    @Enumerated(EnumType.STRING)
    private RedemptionStatus status;

    private Instant createdAt;

    @Embedded
    private @Nullable Claim claim;

    protected Redemption() {}

    Redemption(Link link, String userId, Instant now) {
        this.id = Uuids.next();
        this.linkId = link.id();
        this.userId = userId;
        this.status = RedemptionStatus.RESERVED;
        this.createdAt = now;
    }

    /**
     * Begins to ask for the seat, also in place of an asking that was not heard of again. When the link has ended
     * meanwhile that one only finds out: past the deadline nobody gets a seat.
     *
     * @throws Refused ACCEPT_UNDER_WAY while another asks
     */
    Reserved claim(Link link, Instant now, ClaimConfig times) {
        if (claim != null && !claim.hasLapsed(now, times.margin())) {
            throw new Refused(Refusal.ACCEPT_UNDER_WAY);
        }
        boolean again = claim != null || status == RedemptionStatus.REQUESTED;
        claim = new Claim(UUID.randomUUID(), now.plus(times.lease()));
        Instant deadline =
                link.ended(now).isPresent() ? Seat.NO_MORE : claim.until().minus(times.fence());
        return new Reserved(
                claim.id(), linkId, new Seat(link.groupId(), userId, id, link.createdBy(), deadline), again);
    }

    boolean isClaimed() {
        return claim != null;
    }

    /**
     * Ends the asking.
     *
     * @return what the use has led to: a request stays one when nothing more came of it
     */
    RedemptionStatus end(UUID claimId, RedemptionStatus outcome) {
        if (claim == null || !claim.id().equals(claimId)) {
            throw new Refused(Refusal.ACCEPT_UNDER_WAY);
        }
        claim = null;
        status = outcome.compareTo(status) > 0 ? outcome : status;
        return status;
    }

    UUID linkId() {
        return linkId;
    }
}
