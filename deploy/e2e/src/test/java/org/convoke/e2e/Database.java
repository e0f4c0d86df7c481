package org.convoke.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A look into the database, for moments and truths that no API shows. */
public final class Database implements AutoCloseable {

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    public static Database open() {
        String url = "jdbc:postgresql://localhost:" + Running.ports().postgres() + "/convoke";
        try {
            return new Database(DriverManager.getConnection(url, "convoke", "convoke"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether an accept of the invitation is under way. */
    public boolean claimed(String invitation) {
        return number(
                        "select count(*) from invitations.invitation where id = ? and claim_id is not null",
                        uuid(invitation))
                == 1;
    }

    /** The invitation's time is over so many milliseconds from now. */
    public void expire(String invitation, int millis) {
        rows(
                "update invitations.invitation set expires_at = clock_timestamp() + ? * interval '1 ms' where id = ?"
                        + " returning id",
                millis,
                uuid(invitation));
    }

    /** {@code PENDING} or {@code REVOKED BANNED}. */
    public String status(String invitation) {
        Map<String, Object> row = rows(
                        "select status, reason from invitations.invitation where id = ?", uuid(invitation))
                .getFirst();
        return row.get("reason") == null ? "" + row.get("status") : row.get("status") + " " + row.get("reason");
    }

    /** How many invitations there ever were of that person to that group. */
    public long invitations(String group, Person invitee) {
        return number(
                "select count(*) from invitations.invitation where group_id = ? and invitee_id = ?",
                uuid(group),
                invitee.id());
    }

    /** Each member's role; nobody's in a deleted group. */
    public Map<String, String> members(String group) {
        return rows(
                        "select user_id, role from groups.members join groups.groups on id = group_id"
                                + " where id = ? and deleted_at is null",
                        uuid(group))
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("user_id"), row -> (String) row.get("role")));
    }

    public long memberCount(String group) {
        return number(
                "select coalesce(sum(member_count), 0) from groups.groups where id = ? and deleted_at is null",
                uuid(group));
    }

    public long openRequests(String group) {
        return number(
                "select count(*) from groups.join_requests where group_id = ? and status = 'PENDING'", uuid(group));
    }

    public long number(String query, Object... parameters) {
        return ((Number) rows(query, parameters).getFirst().values().iterator().next()).longValue();
    }

    /** Each row by column. */
    public synchronized List<Map<String, Object>> rows(String query, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<Map<String, Object>> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        Map<String, Object> row = new TreeMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
        }
        return row;
    }

    public static UUID uuid(String id) {
        return UUID.fromString(id);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
