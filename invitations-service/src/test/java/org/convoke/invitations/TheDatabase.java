package org.convoke.invitations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.convoke.parts.Postgres;
import org.convoke.parts.RealParts;

/** The service's schema, seen from outside. */
public final class TheDatabase {

    private TheDatabase() {}

    /** Lets an invitation end at this moment, as if its days had passed. */
    public static void endNow(String invitation) {
        try (var connection = open();
                var update = connection.prepareStatement(
                        "update invitation set expires_at = clock_timestamp() where id = ?")) {
            update.setObject(1, UUID.fromString(invitation));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether there is a row. */
    public static boolean exists(String query) {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a connection of its own is used for. */
    public interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    /** All of it is undone. */
    public static <T> T trying(Work<T> work) {
        try (var connection = open()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                return work.on(statement);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does it for good. */
    public static void run(String sql) {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection open() throws SQLException {
        Postgres postgres = RealParts.postgres();
        Connection connection =
                DriverManager.getConnection(postgres.jdbcUrl("convoke"), postgres.user(), postgres.password());
        connection.setSchema("invitations");
        return connection;
    }
}
