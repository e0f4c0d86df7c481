package org.convoke.invitations.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/** From whom each person wants to see invitations; from anyone, unless she says otherwise. */
@ApplicationScoped
public class Settings {

    private static final String SET = """
            insert into recipient (user_id, accepts_from) values (:user, :from)
            on conflict (user_id) do update set accepts_from = excluded.accepts_from""";
    private static final String GET = "select accepts_from from recipient where user_id = :user";

    private final Session database;

    Settings(Session database) {
        this.database = database;
    }

    public AcceptsFrom of(String userId) {
        return database.createNativeQuery(GET, Tuple.class)
                .setParameter("user", userId)
                .uniqueResultOptional()
                .map(row -> AcceptsFrom.valueOf(row.get(0, String.class)))
                .orElse(AcceptsFrom.ANYONE);
    }

    /** What was sent before is as it was. */
    @Transactional
    public void set(String userId, AcceptsFrom from) {
        database.createNativeMutationQuery(SET)
                .setParameter("user", userId)
                .setParameter("from", from.name())
                .executeUpdate();
    }
}
