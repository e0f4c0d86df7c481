package org.convoke.invitations.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Optional;
import org.hibernate.Session;

/** The table of those who were told of. */
@ApplicationScoped
class PeopleMet {

    private static final String MEET = """
            insert into person_met as met (user_id, username, name, seq) values (:id, :username, :name, 1)
            on conflict (user_id) do update
                set username = excluded.username, name = excluded.name, seq = met.seq + 1
                where (met.username, met.name) is distinct from (excluded.username, excluded.name)
            returning seq""";
    private static final String FORGET = "delete from person_met where user_id = :id";

    private final Session database;

    PeopleMet(Session database) {
        this.database = database;
    }

    /** @return the number of what is to be told; empty when nothing is new */
    Optional<Long> meet(String userId, String username, String name) {
        return database.createNativeQuery(MEET, Tuple.class)
                .setParameter("id", userId)
                .setParameter("username", username)
                .setParameter("name", name)
                .uniqueResultOptional()
                .map(row -> row.get(0, Long.class));
    }

    void forget(String userId) {
        database.createNativeMutationQuery(FORGET).setParameter("id", userId).executeUpdate();
    }
}
