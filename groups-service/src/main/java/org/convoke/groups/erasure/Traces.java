package org.convoke.groups.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** Where the id of somebody stands in what is kept about others, and what to put in its place. */
@ApplicationScoped
class Traces {

    /** Stands for everybody who was forgotten. */
    private static final String ERASED = "erased";

    private static final int STEP = 1000;

    /** @param condition finds by index, and no more once the change is made */
    private record Trace(String table, String change, String condition) {

        static Trace column(String table, String column) {
            return new Trace(table, column + " = '" + ERASED + "'", column + " = :user");
        }

        static Trace entry(String table, String key) {
            String set = "data = data || jsonb_build_object('%s', '%s')".formatted(key, ERASED);
            return new Trace(table, set, "data ->> '%s' = :user".formatted(key));
        }

        String statement() {
            return """
                    update %1$s set %2$s where ctid = any (array(
                        select ctid from %1$s where %3$s limit %4$d))""".formatted(table, change, condition, STEP);
        }
    }

    private static final List<Trace> ALL = List.of(
            // What moderators wrote about her, which is found as long as her id is in it.
            new Trace("audit", "data = data - 'reason'", "subject_id = :user and data -> 'reason' is not null"),
            new Trace("bans", "reason = null", "user_id = :user and reason is not null"),
            Trace.column("audit", "actor_id"),
            Trace.column("audit", "subject_id"),
            Trace.entry("audit", "invitedBy"),
            Trace.entry("audit", "previousOwner"),
            Trace.column("activity", "actor_id"),
            Trace.column("activity", "subject_id"),
            Trace.entry("activity", "invitedBy"),
            Trace.column("groups", "created_by"),
            Trace.column("members", "invited_by"),
            Trace.column("seats", "invited_by"),
            Trace.column("join_requests", "decided_by"),
            Trace.column("bans", "banned_by"));

    private final Session database;

    Traces(Session database) {
        this.database = database;
    }

    /** In many small transactions. */
    void wipe(String userId) {
        for (Trace trace : ALL) {
            int changed = STEP;
            while (changed == STEP) {
                changed = QuarkusTransaction.requiringNew().call(() -> wipe(trace, userId));
            }
        }
    }

    /** In the transaction under way: what has come since. */
    void wipeTheRest(String userId) {
        ALL.forEach(trace -> wipe(trace, userId));
    }

    private int wipe(Trace trace, String userId) {
        return database.createNativeMutationQuery(trace.statement())
                .setParameter("user", userId)
                .executeUpdate();
    }
}
