package org.convoke.invitations.invitation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.events.InvitationSnapshot;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.hibernate.Timeouts;

/** All invitations. Whom one does not concern does not find it. */
@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, UUID> {

    private static final String OF_PARTY = "id = ?1 and (inviterId = ?2 or inviteeId = ?2)";

    private static final String INSERT_UNLESS_PENDING = """
            insert into Invitation (
                id, seq, groupId, groupPreview, inviterId, inviteeId, message, status, createdAt, expiresAt)
            values (
                :id, :seq, :groupId, :groupPreview, :inviterId, :inviteeId, :message, PENDING, :createdAt, :expiresAt)
            on conflict do nothing""";

    /** @throws Refused NOT_FOUND for whom it does not concern */
    Invitation of(String partyId, UUID id) {
        return find(OF_PARTY, id, partyId).firstResultOptional().orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    /** Like {@link #of}, and nobody else changes it until the transaction's end. */
    Invitation lockOf(String partyId, UUID id) {
        return find(OF_PARTY, id, partyId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    Optional<Invitation> lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Invitation> lockPending(UUID groupId, String inviteeId) {
        return find("groupId = ?1 and inviteeId = ?2 and status = PENDING", groupId, inviteeId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The longest lapsed first, without those that another instance takes over at this moment. */
    List<Invitation> lockLapsed(Instant now, Duration margin, int limit) {
        return find("claim.id is not null and claim.until < ?1 order by claim.until", now.minus(margin))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, limit)
                .list();
    }

    /** @return false when another invitation of that person to that group is pending, whoever was first */
    boolean insertUnlessPending(InvitationSnapshot sent, long seq) {
        int inserted = getEntityManager()
                .createQuery(INSERT_UNLESS_PENDING)
                .setParameter("id", sent.id())
                .setParameter("seq", seq)
                .setParameter("groupId", sent.groupId())
                .setParameter("groupPreview", sent.group())
                .setParameter("inviterId", sent.inviterId())
                .setParameter("inviteeId", sent.inviteeId())
                .setParameter("message", sent.message())
                .setParameter("createdAt", sent.createdAt())
                .setParameter("expiresAt", sent.expiresAt())
                .executeUpdate();
        return inserted == 1;
    }

    /** The database's clock at this moment, not at the beginning of the transaction: the same for every instance. */
    Instant databaseTime() {
        return (Instant) getEntityManager()
                .createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
