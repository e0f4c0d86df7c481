package org.convoke.invitations.link;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.hibernate.Timeouts;

/** All uses of links. */
@ApplicationScoped
class Redemptions implements PanacheRepositoryBase<Redemption, UUID> {

    private static final String OPEN = "userId = ?1 and linkId = ?2 and status <> SEATED";

    /** The use of hers that has not led to a seat yet. */
    Optional<Redemption> open(UUID linkId, String userId) {
        return find(OPEN, userId, linkId).firstResultOptional();
    }

    Optional<Redemption> lockOpen(UUID linkId, String userId) {
        return find(OPEN, userId, linkId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** How often she got in by that link. */
    long seatings(UUID linkId, String userId) {
        return count("userId = ?1 and linkId = ?2 and status = SEATED", userId, linkId);
    }

    /** Whether a use of that link may come back. */
    boolean isAnyReserved(UUID linkId) {
        return count("linkId = ?1 and status = RESERVED", linkId) > 0;
    }

    /** @throws Refused ACCEPT_UNDER_WAY when it has been given back meanwhile */
    Redemption lock(Reserved reserved) {
        return Optional.ofNullable(findById(reserved.seat().invitationId(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new Refused(Refusal.ACCEPT_UNDER_WAY));
    }

    /** The longest lapsed first, without those that another instance takes over at this moment. */
    List<Redemption> lockLapsed(Instant now, Duration margin, int limit) {
        return find("claim.id is not null and claim.until < ?1 order by claim.until", now.minus(margin))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, limit)
                .list();
    }

    /** @throws Refused ACCEPT_UNDER_WAY while she is being let in: what comes of it would name her again */
    void forget(String userId) {
        if (count("userId = ?1 and claim.id is not null", userId) > 0) {
            throw new Refused(Refusal.ACCEPT_UNDER_WAY);
        }
        update("userId = ?1 where userId = ?2", Links.ERASED, userId);
    }
}
