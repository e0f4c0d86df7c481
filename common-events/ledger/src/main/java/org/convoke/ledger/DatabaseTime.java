package org.convoke.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.Session;

/**
 * The database's clock at this moment, not at the beginning of the transaction: the same for every instance.
 *
 * <p>Past Hibernate's cache of query plans: a native query with one scalar result misses it each time and leaves an entry
 * of equal hash behind, so that the look for it soon cost more than the query.
 */
public final class DatabaseTime {

    private DatabaseTime() {}

    public static Instant now(Session session) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select clock_timestamp()");
                    ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getObject(1, OffsetDateTime.class).toInstant();
            }
        });
    }
}
