package org.convoke.groups.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What somebody still has: groups she is in or wants to be in, and what is kept of her. */
@ApplicationScoped
class Belongings {

    private static final List<String> OWN = List.of(
            "delete from join_requests where user_id = :user",
            "delete from seats where user_id = :user",
            "delete from pending_invitations where invitee_id = :user or inviter_id = :user",
            "delete from idempotency where user_id = :user",
            "delete from people where id = :user");

    private final EntityManager database;
    private final Traces traces;

    Belongings(EntityManager database, Traces traces) {
        this.database = database;
        this.traces = traces;
    }

    /** A deleted group is left by its purge. */
    @Transactional
    List<UUID> groups(String userId) {
        return ids("select g.id from Member m join Group g on g.id = m.id.groupId where m.id.userId = :user", userId);
    }

    @Transactional
    List<UUID> openRequests(String userId) {
        return ids("""
                select r.id from JoinRequest r join Group g on g.id = r.groupId
                where r.userId = :user and r.status = PENDING""", userId);
    }

    /** Whether all has been told that ends with her; the purge of a deleted group tells the rest. */
    @Transactional
    boolean hasNone(String userId) {
        return database.createQuery("select count(*) from Member m where m.id.userId = :user", Long.class)
                                .setParameter("user", userId)
                                .getSingleResult()
                        == 0
                && openRequests(userId).isEmpty();
    }

    /** All that is hers alone, and the last traces of her elsewhere; to her id this leaves no way. */
    void discard(String userId) {
        traces.wipeTheRest(userId);
        for (String statement : OWN) {
            database.createNativeQuery(statement).setParameter("user", userId).executeUpdate();
        }
    }

    private List<UUID> ids(String query, String userId) {
        return database.createQuery(query, UUID.class)
                .setParameter("user", userId)
                .getResultList();
    }
}
