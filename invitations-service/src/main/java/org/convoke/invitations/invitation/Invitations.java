package org.convoke.invitations.invitation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.hibernate.Timeouts;

/** All invitations. Whom one does not concern does not find it. */
@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, UUID> {

    private static final String OF_PARTY = "id = ?1 and (inviterId = ?2 or inviteeId = ?2 and not withheld)";

    // With arrays, so that a thousand ids are one parameter.
    private static final String PENDING = """
            select * from invitation
            where group_id = :group and invitee_id = any (:ids) and status = 'PENDING'""";
    private static final String OVER = PENDING + " and claim_id is null and expires_at <= :now order by id for update";

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

    List<Invitation> pending(UUID groupId, Collection<String> inviteeIds) {
        return ofInvitees(PENDING, groupId, inviteeIds).getResultList();
    }

    /** Those that are pending only because nobody has written down yet that their time has passed. */
    List<Invitation> lockOver(UUID groupId, Collection<String> inviteeIds, Instant now) {
        return ofInvitees(OVER, groupId, inviteeIds).setParameter("now", now).getResultList();
    }

    private TypedQuery<Invitation> ofInvitees(String sql, UUID groupId, Collection<String> inviteeIds) {
        return getSession()
                .createNativeQuery(sql, Invitation.class)
                .setParameter("group", groupId)
                .setParameter("ids", inviteeIds.toArray(String[]::new));
    }

    /** The longest lapsed first, without those that another instance takes over at this moment. */
    List<Invitation> lockLapsed(Instant now, Duration margin, int limit) {
        return find("claim.id is not null and claim.until < ?1 order by claim.until", now.minus(margin))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, limit)
                .list();
    }

    /** The database's clock at this moment, not at the beginning of the transaction: the same for every instance. */
    Instant databaseTime() {
        return (Instant) getEntityManager()
                .createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
