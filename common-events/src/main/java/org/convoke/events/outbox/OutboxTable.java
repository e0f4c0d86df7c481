package org.convoke.events.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The table {@code outbox} of the connection's current schema.
 *
 * <p>Whoever inserts must hold the lock of the aggregate's row: that alone makes the rows of one aggregate commit in the
 * order of their ids.
 */
public final class OutboxTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OutboxTable() {}

    /** Inserts the row in the connection's transaction. */
    public static void insert(Connection connection, OutboxRow row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into outbox (event_id, topic, key, aggregate_id, aggregate_seq, type, headers, payload)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")) {
            statement.setObject(1, row.eventId());
            statement.setString(2, row.topic());
            statement.setString(3, row.key());
            statement.setString(4, row.key());
            statement.setLong(5, row.aggregateSeq());
            statement.setString(6, row.type());
            statement.setString(7, JSON.writeValueAsString(row.headers()));
            statement.setBytes(8, row.payload());
            statement.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Headers without JSON: " + row.headers(), e);
        }
    }

    static boolean lead(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select pg_try_advisory_lock(hashtextextended('convoke.outbox.' || current_schema(), 0))");
                ResultSet result = statement.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** Gives the lead up; a pooled connection would keep it. */
    static void resign(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            statement.execute();
        }
    }

    record Waiting(long id, OutboxRow row) {}

    static List<Waiting> oldest(Connection connection, int limit) throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select id, event_id, topic, key, aggregate_seq, type, headers, payload
                from outbox order by id limit ?""")) {
            statement.setInt(1, limit);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    waiting.add(new Waiting(result.getLong("id"), row(result)));
                }
            }
        }
        return waiting;
    }

    static void delete(Connection connection, List<Waiting> sent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from outbox where id = any (?)")) {
            Object[] ids = sent.stream().map(Waiting::id).toArray();
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.executeUpdate();
        }
    }

    private static OutboxRow row(ResultSet result) throws SQLException {
        return new OutboxRow(
                result.getObject("event_id", UUID.class),
                result.getString("topic"),
                result.getString("key"),
                result.getLong("aggregate_seq"),
                result.getString("type"),
                headers(result.getString("headers")),
                result.getBytes("payload"));
    }

    private static Map<String, String> headers(String json) throws SQLException {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("Headers of an outbox row are no JSON object", e);
        }
    }
}
