package org.convoke.ledger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.WebApplicationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.convoke.doors.Problem;
import org.hibernate.Session;

/** The table {@code idempotency}, always within the caller's transaction. */
@ApplicationScoped
class StoredAnswers {

    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended(concat_ws('|', current_schema(), ?, ?), 0))";
    private static final String FIND = """
            select fingerprint, status, location, etag, body from idempotency
            where user_id = ? and key = ? and created_at > now() - interval '24 hours'""";
    private static final String STORE = """
            insert into idempotency (user_id, key, fingerprint, status, location, etag, body, created_at)
            values (?, ?, ?, ?, ?, ?, ?, now())
            on conflict (user_id, key) do update
            set fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location,
                etag = excluded.etag, body = excluded.body, created_at = excluded.created_at""";
    private static final String FORGET = "delete from idempotency where created_at < now() - interval '24 hours'";

    private final Session session;

    StoredAnswers(Session session) {
        this.session = session;
    }

    /** Until the transaction ends nobody else gets it; false when somebody has it. */
    boolean lock(KeyedRequest request) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = keyed(connection, LOCK, request);
                    ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        });
    }

    /** @throws WebApplicationException 422 when the key was used for another request */
    Optional<StoredAnswer> find(KeyedRequest request) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = keyed(connection, FIND, request);
                    ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(answer(result, request)) : Optional.empty();
            }
        });
    }

    void store(KeyedRequest request, StoredAnswer answer) {
        session.doWork(connection -> {
            try (PreparedStatement statement = keyed(connection, STORE, request)) {
                statement.setBytes(3, request.fingerprint());
                statement.setInt(4, answer.status());
                statement.setString(5, answer.location());
                statement.setString(6, answer.etag());
                statement.setString(7, answer.body());
                statement.executeUpdate();
            }
        });
    }

    @Scheduled(every = "1h", delayed = "1m")
    @RunOnVirtualThread
    @Transactional
    void forgetTheOld() {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.executeUpdate();
            }
        });
    }

    private static StoredAnswer answer(ResultSet result, KeyedRequest request) throws SQLException {
        if (!Arrays.equals(result.getBytes("fingerprint"), request.fingerprint())) {
            throw new WebApplicationException(
                    Problem.of(422, "idempotency-key-reused", "This Idempotency-Key belongs to another request.")
                            .response());
        }
        return new StoredAnswer(
                result.getInt("status"),
                result.getString("location"),
                result.getString("etag"),
                result.getString("body"));
    }

    private static PreparedStatement keyed(Connection connection, String sql, KeyedRequest request)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, request.userId());
        statement.setString(2, request.key());
        return statement;
    }
}
