package org.convoke.invitations.link;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.ledger.DatabaseTime;

/** All links. */
@ApplicationScoped
class Links implements PanacheRepositoryBase<Link, UUID> {

    /** Stands for whoever was forgotten. */
    static final String ERASED = "erased";

    private static final String LOCK_GROUP =
            "select pg_advisory_xact_lock(hashtextextended(concat_ws('|', current_schema(), 'links', ?1), 0))";

    /** A use that is only reserved may come back, so a link whose last use is reserved is still alive. */
    private static final String LIVE = """
            select count(*) from Link l
            where l.groupId = :group and l.revokedAt is null and l.expiresAt > :now
                and (l.maxUses is null or l.maxUses > l.uses - (
                    select count(*) from Redemption r where r.linkId = l.id and r.status = RESERVED))""";

    /** @throws Refused NOT_FOUND */
    Link by(LinkCode code) {
        return find("codeHash", (Object) code.hash())
                .firstResultOptional()
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    /** @throws Refused NOT_FOUND */
    Link of(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    /**
     * Nobody else changes it until the transaction's end.
     *
     * @throws Refused NOT_FOUND
     */
    Link lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    /** Nobody else adds a link to that group until the transaction's end. */
    void lockGroup(UUID groupId) {
        getEntityManager()
                .createNativeQuery(LOCK_GROUP)
                .setParameter(1, groupId.toString())
                .getSingleResult();
    }

    /** Certain only to whoever has {@link #lockGroup locked} the group. */
    long live(UUID groupId, Instant now) {
        return getEntityManager()
                .createQuery(LIVE, Long.class)
                .setParameter("group", groupId)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** The newest first. */
    List<Link> page(UUID groupId, Optional<UUID> after, int limit) {
        return after.map(last -> find("groupId = ?1 and id < ?2 order by id desc", groupId, last))
                .orElseGet(() -> find("groupId = ?1 order by id desc", groupId))
                .page(0, limit)
                .list();
    }

    /** Ends those of a group that were there at that time. */
    void revokeOf(UUID groupId, Instant when) {
        update("revokedAt = ?1 where groupId = ?2 and revokedAt is null and createdAt <= ?1", when, groupId);
    }

    /** Ends those of a person, who is not named any more. */
    void forgetCreator(String userId, Instant now) {
        update(
                "revokedAt = coalesce(revokedAt, ?1), createdBy = ?2, createdByName = null where createdBy = ?3",
                now,
                ERASED,
                userId);
    }

    /** The database's clock at this moment, not at the beginning of the transaction: the same for every instance. */
    Instant databaseTime() {
        return DatabaseTime.now(getSession());
    }
}
