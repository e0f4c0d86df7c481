package org.convoke.invitations.batch;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.ledger.DatabaseTime;

/** All batches. Nobody but its inviter finds one. */
@ApplicationScoped
class Batches implements PanacheRepositoryBase<Batch, UUID> {

    private static final String OF_INVITER = "id = ?1 and inviterId = ?2";

    // Inviters take turns, then the batches of each: a thousand recipients, or a thousand batches, keep nobody waiting.
    static final String NEXT = """
            select b.* from batch b
            where b.state in ('QUEUED', 'RUNNING') and b.not_before <= :now
                and (b.leased_until is null or b.leased_until < :now)
            order by (select max(w.worked_at) from batch w where w.inviter_id = b.inviter_id) nulls first,
                b.worked_at nulls first, b.id
            limit 1 for update of b skip locked""";

    /** @throws Refused NOT_FOUND for anyone but its inviter */
    Batch of(String inviterId, UUID id) {
        return find(OF_INVITER, id, inviterId).firstResultOptional().orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    /** Like {@link #of}, and nobody else changes it until the transaction's end. */
    Batch lockOf(String inviterId, UUID id) {
        return find(OF_INVITER, id, inviterId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    /** It, unless another has ended it or taken it over. */
    Optional<Batch> lockIn(UUID leaseId, UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE)).filter(batch -> batch.isIn(leaseId));
    }

    List<Batch> lockOpenOf(String inviterId) {
        return find("inviterId = ?1 and state in (QUEUED, RUNNING) order by id", inviterId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The one whose turn it is, locked; not one that somebody works on. */
    Optional<Batch> lockNext(Instant now) {
        return getEntityManager()
                .createNativeQuery(NEXT, Batch.class)
                .setParameter("now", now)
                .getResultStream()
                .map(Batch.class::cast)
                .findFirst();
    }

    /** @return the newest first; ids are ordered by time of creation */
    List<Batch> list(String inviterId, Optional<UUID> after, int limit) {
        var where = new StringBuilder("inviterId = :inviter");
        var parameters = Parameters.with("inviter", inviterId);
        after.ifPresent(last -> {
            where.append(" and id < :last");
            parameters.and("last", last);
        });
        return find(where + " order by id desc", parameters).page(0, limit).list();
    }

    void forgetMessages(String inviterId) {
        update("message = null where inviterId = ?1 and message is not null", inviterId);
    }

    /** The database's clock at this moment, not at the beginning of the transaction: the same for every instance. */
    Instant databaseTime() {
        return DatabaseTime.now(getSession());
    }
}
