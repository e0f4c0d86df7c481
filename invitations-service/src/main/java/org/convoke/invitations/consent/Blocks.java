package org.convoke.invitations.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** What each person has blocked. An invitation was sent before a block or is refused after it. */
@ApplicationScoped
public class Blocks {

    private static final String ADD = """
            insert into invitation_block (user_id, kind, blocked_id) values (:user, :kind, :blocked)
            on conflict do nothing""";
    private static final String REMOVE =
            "delete from invitation_block where user_id = :user and kind = :kind and blocked_id = :blocked";
    private static final String LIST = """
            select kind, blocked_id, created_at from invitation_block
            where user_id = :user and (kind, blocked_id) > (:kind, :blocked)
            order by kind, blocked_id limit :limit""";

    private final Recipients recipients;
    private final Session database;

    Blocks(Recipients recipients, Session database) {
        this.recipients = recipients;
        this.database = database;
    }

    /** Until the transaction's end nobody invites her, and her blocks stay as they are. */
    @Transactional(TxType.MANDATORY)
    public void lock(String userId) {
        recipients.lock(List.of(userId));
    }

    @Transactional
    public void add(String userId, Blocked blocked) {
        recipients.lock(List.of(userId));
        change(ADD, userId, blocked);
    }

    @Transactional
    public void remove(String userId, Blocked blocked) {
        change(REMOVE, userId, blocked);
    }

    /** Groups first, each kind by id. */
    public List<Block> of(String userId, Optional<Blocked> after, int limit) {
        return database.createNativeQuery(LIST, Tuple.class)
                .setParameter("user", userId)
                .setParameter("kind", after.map(Blocked::kind).orElse(""))
                .setParameter("blocked", after.map(Blocked::id).orElse(""))
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> new Block(
                        Blocked.of(row.get(0, String.class), row.get(1, String.class)), row.get(2, Instant.class)))
                .toList();
    }

    private void change(String sql, String userId, Blocked blocked) {
        database.createNativeMutationQuery(sql)
                .setParameter("user", userId)
                .setParameter("kind", blocked.kind())
                .setParameter("blocked", blocked.id())
                .executeUpdate();
    }
}
