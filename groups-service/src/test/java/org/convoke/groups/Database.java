package org.convoke.groups;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.convoke.parts.RealParts;

/** The service's schema, past the service. */
public final class Database {

    private Database() {}

    public static void execute(String sql, Object... parameters) {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long count(String sql) {
        return Long.parseLong(lines(sql).getFirst());
    }

    /** The first column; with sequential scans made unattractive, as they are on tables of a real size. */
    public static List<String> lines(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            List<String> lines = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    lines.add(result.getString(1));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How the database goes about it, as it does by itself. */
    public static String plan(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("explain " + sql)) {
            StringBuilder plan = new StringBuilder();
            while (result.next()) {
                plan.append(result.getString(1)).append('\n');
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection open() throws SQLException {
        String url = RealParts.postgres().jdbcUrl("convoke") + "?currentSchema=groups";
        return DriverManager.getConnection(
                url, RealParts.postgres().user(), RealParts.postgres().password());
    }
}
