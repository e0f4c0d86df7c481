package org.convoke.invitations.invitation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.events.GroupPreview;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.ledger.DatabaseTime;
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

    private static final String PENDING_OF_GROUP = "groupId = ?1 and status = PENDING and createdAt <= ?2";
    private static final String PENDING_OF_PERSON = "(inviterId = ?1 or inviteeId = ?1) and status = PENDING";

    private static final String PREVIEWS = """
            select id from invitation
            where group_id = :group and status = 'PENDING' and created_at <= :at order by id for update""";
    private static final String ANONYMISE = """
            update invitation set
                inviter_id = case inviter_id when :user then 'erased' else inviter_id end,
                invitee_id = case invitee_id when :user then 'erased' else invitee_id end,
                message = null,
                membership = case
                    when membership is null then null
                    when invitee_id = :user then membership || '{"userId": "erased", "name": null}'
                    else jsonb_set(membership, '{invitedBy}', '"erased"') end
            where inviter_id = :user or invitee_id = :user""";

    /** Empty for whom it does not concern. */
    Optional<Invitation> of(String partyId, UUID id) {
        return find(OF_PARTY, id, partyId).firstResultOptional();
    }

    /**
     * Nobody else changes it until the transaction's end.
     *
     * @throws Refused NOT_FOUND for whom it does not concern
     */
    Invitation lockOf(String partyId, UUID id) {
        return find(OF_PARTY, id, partyId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    /** Whether she is its inviter, or its invitee and may see it. */
    boolean concern(String partyId, UUID id) {
        return count(OF_PARTY, id, partyId) > 0;
    }

    Optional<UUID> groupOf(UUID id) {
        return find("select groupId from Invitation where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    /** The pending ones of one person to one group: at most one that is shown and one that is withheld. */
    List<Invitation> lockPending(UUID groupId, String inviteeId) {
        return find("groupId = ?1 and inviteeId = ?2 and status = PENDING order by id", groupId, inviteeId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
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

    /** The first of those that are pending and not being accepted. */
    List<Invitation> lockPendingOfGroup(UUID groupId, Instant sentUntil, int limit) {
        return find(PENDING_OF_GROUP + " and claim.id is null order by id", groupId, sentUntil)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }

    long countPendingOfGroup(UUID groupId, Instant sentUntil) {
        return count(PENDING_OF_GROUP, groupId, sentUntil);
    }

    boolean hasPending(UUID groupId) {
        return count("groupId = ?1 and status = PENDING", groupId) > 0;
    }

    /** As {@link #lockPendingOfGroup}. */
    List<Invitation> lockPendingOfPerson(String userId, int limit) {
        return find(PENDING_OF_PERSON + " and claim.id is null order by id", userId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }

    long countPendingOfPerson(String userId) {
        return count(PENDING_OF_PERSON, userId);
    }

    /** The longest over first, without those that another instance writes down at this moment. */
    List<Invitation> lockOver(Instant now, int limit) {
        return find("status = PENDING and claim.id is null and expiresAt <= ?1 order by expiresAt", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, limit)
                .list();
    }

    /** What pending invitations that were sent before show of their group. */
    void show(GroupPreview group, Instant at) {
        // Locked one after another in the order of all others who lock many.
        getSession()
                .createNativeQuery(PREVIEWS, Tuple.class)
                .setParameter("group", group.id())
                .setParameter("at", at)
                .getResultList();
        update("groupPreview = ?1 where groupId = ?2 and status = PENDING and createdAt <= ?3", group, group.id(), at);
    }

    /** Nothing of what was decided names that person any more. */
    void anonymise(String userId) {
        getSession()
                .createNativeMutationQuery(ANONYMISE)
                .setParameter("user", userId)
                .executeUpdate();
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
        return DatabaseTime.now(getSession());
    }
}
