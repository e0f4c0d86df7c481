package org.convoke.invitations.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The recipients of batches; whoever gives outcomes holds the lock of the batch's row. */
@ApplicationScoped
class Items {

    private static final String FILE = """
            insert into batch_item (batch_id, position, invitee_id)
            select :batch, wanted.position, wanted.id
            from unnest(cast(:invitees as text[])) with ordinality as wanted (id, position)""";
    private static final String SETTLE = """
            update batch_item i set outcome = s.outcome, invitation_id = s.invitation
            from unnest(cast(:positions as integer[]), cast(:outcomes as text[]), cast(:invitations as uuid[]))
                as s (position, outcome, invitation)
            where i.batch_id = :batch and i.position = s.position and i.outcome is null""";
    private static final String SETTLE_REST =
            "update batch_item set outcome = :outcome where batch_id = :batch and outcome is null";
    private static final String COUNT =
            "select outcome, count(*) from batch_item where batch_id = :batch and outcome is not null group by outcome";
    private static final String COUNT_OPEN = """
            select count(*) from batch b join batch_item i on i.batch_id = b.id
            where b.inviter_id = :inviter and b.state in ('QUEUED', 'RUNNING') and i.outcome is null""";
    // One that is open is named until it has its outcome, which will be UNKNOWN.
    private static final String ANONYMISE =
            "update batch_item set invitee_id = 'erased' where invitee_id = :user and outcome is not null";
    private static final String LIST = """
            select position, invitee_id, outcome, invitation_id from batch_item
            where batch_id = :batch and position > :after and (%s) order by position limit :limit""";
    private static final String OPEN = LIST.formatted("outcome is null");
    private static final String OF_OUTCOME = LIST.formatted("outcome = :outcome or :outcome is null");

    private final Session session;

    Items(Session session) {
        this.session = session;
    }

    void file(UUID batchId, List<String> inviteeIds) {
        change(batchId, FILE)
                .setParameter("invitees", inviteeIds.toArray(String[]::new))
                .executeUpdate();
    }

    /** Gives each of these the outcome it has here. */
    void settle(UUID batchId, List<Item> settled) {
        change(batchId, SETTLE)
                .setParameter("positions", settled.stream().map(Item::position).toArray(Integer[]::new))
                .setParameter("outcomes", settled.stream().map(Items::outcome).toArray(String[]::new))
                .setParameter(
                        "invitations", settled.stream().map(Item::invitationId).toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Gives that outcome to all who have none. */
    void settleRest(UUID batchId, Outcome outcome) {
        change(batchId, SETTLE_REST).setParameter("outcome", outcome.name()).executeUpdate();
    }

    /** No outcome names that person any more. */
    void anonymise(String userId) {
        session.createNativeMutationQuery(ANONYMISE)
                .setParameter("user", userId)
                .executeUpdate();
    }

    Tally count(UUID batchId) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        query(batchId, COUNT)
                .getResultStream()
                .forEach(row -> counts.put(
                        Outcome.valueOf(row.get(0, String.class)),
                        row.get(1, Long.class).intValue()));
        return Tally.of(counts);
    }

    /** How many recipients of that inviter's batches are still to be invited. */
    int countOpen(String inviterId) {
        return session.createNativeQuery(COUNT_OPEN, Tuple.class)
                .setParameter("inviter", inviterId)
                .getSingleResult()
                .get(0, Long.class)
                .intValue();
    }

    /** The next without an outcome. */
    List<Item> open(UUID batchId, int limit) {
        return list(query(batchId, OPEN), 0, limit);
    }

    /** @param after the position behind which to begin */
    List<Item> list(UUID batchId, Optional<Outcome> outcome, int after, int limit) {
        NativeQuery<Tuple> query = query(batchId, OF_OUTCOME)
                .setParameter("outcome", outcome.map(Outcome::name).orElse(null), String.class);
        return list(query, after, limit);
    }

    private static List<Item> list(NativeQuery<Tuple> query, int after, int limit) {
        return query.setParameter("after", after)
                .setParameter("limit", limit)
                .getResultStream()
                .map(Items::item)
                .toList();
    }

    private MutationQuery change(UUID batchId, String sql) {
        return session.createNativeMutationQuery(sql).setParameter("batch", batchId);
    }

    private NativeQuery<Tuple> query(UUID batchId, String sql) {
        return session.createNativeQuery(sql, Tuple.class).setParameter("batch", batchId);
    }

    private static Item item(Tuple row) {
        String outcome = row.get(2, String.class);
        return new Item(
                row.get(0, Integer.class),
                row.get(1, String.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.get(3, UUID.class));
    }

    private static @Nullable String outcome(Item item) {
        return item.outcome() == null ? null : item.outcome().name();
    }
}
