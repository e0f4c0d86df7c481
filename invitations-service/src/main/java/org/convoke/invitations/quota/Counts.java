package org.convoke.invitations.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Counts invitations by index. */
@ApplicationScoped
class Counts {

    // The inviter always before the group: two who invite never wait for each other.
    private static final String LOCK_GROUP =
            "cast(pg_advisory_xact_lock(hashtextextended(current_schema() || '|group|' || :group, 0)) as text)";
    private static final String LOCK = """
            select
                cast(pg_advisory_xact_lock(hashtextextended(current_schema() || '|inviter|' || :inviter, 0)) as text),
                """ + LOCK_GROUP;
    private static final String OF_INVITER = "from invitation where inviter_id = :inviter and batch = :batch";
    private static final String OF_GROUP = "from invitation where group_id = :group";
    private static final String COUNT = "select count(*) %s and created_at > :since";
    private static final String LATEST = "select created_at %s order by created_at desc offset :nth limit 1";

    private final Session database;

    Counts(Session database) {
        this.database = database;
    }

    void lock(String inviterId, UUID groupId) {
        database.createNativeQuery(LOCK, Tuple.class)
                .setParameter("inviter", inviterId)
                .setParameter("group", groupId.toString())
                .getSingleResult();
    }

    void lock(UUID groupId) {
        database.createNativeQuery("select " + LOCK_GROUP, Tuple.class)
                .setParameter("group", groupId.toString())
                .getSingleResult();
    }

    int ofInviter(String inviterId, boolean batch, Instant since) {
        return count(inviter(COUNT, Tuple.class, inviterId, batch), since);
    }

    int ofGroup(UUID groupId, Instant since) {
        return count(group(COUNT, Tuple.class, groupId), since);
    }

    /** When the latest but {@code limit - 1} was sent. */
    Optional<Instant> latestOfInviter(String inviterId, boolean batch, int limit) {
        return latest(inviter(LATEST, Instant.class, inviterId, batch), limit);
    }

    /** As {@link #latestOfInviter}. */
    Optional<Instant> latestOfGroup(UUID groupId, int limit) {
        return latest(group(LATEST, Instant.class, groupId), limit);
    }

    private <T> TypedQuery<T> inviter(String what, Class<T> type, String inviterId, boolean batch) {
        return database.createNativeQuery(what.formatted(OF_INVITER), type)
                .setParameter("inviter", inviterId)
                .setParameter("batch", batch);
    }

    private <T> TypedQuery<T> group(String what, Class<T> type, UUID groupId) {
        return database.createNativeQuery(what.formatted(OF_GROUP), type).setParameter("group", groupId);
    }

    private static int count(TypedQuery<Tuple> query, Instant since) {
        Tuple row = query.setParameter("since", since).getSingleResult();
        return Math.toIntExact(row.get(0, Long.class));
    }

    private static Optional<Instant> latest(TypedQuery<Instant> query, int limit) {
        return limit == 0
                ? Optional.empty()
                : query.setParameter("nth", limit - 1).getResultStream().findFirst();
    }
}
