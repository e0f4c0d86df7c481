package org.convoke.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A look into the database, for moments that no API shows. */
final class Database {

    private Database() {}

    /** Whether an accept of the invitation is under way. */
    static boolean claimed(JsonNode invitation) throws SQLException {
        String url = "jdbc:postgresql://localhost:" + Running.ports().postgres() + "/convoke?currentSchema=invitations";
        try (Connection connection = DriverManager.getConnection(url, "convoke", "convoke");
                PreparedStatement query =
                        connection.prepareStatement("select claim_id is not null from invitation where id = ?")) {
            query.setObject(1, UUID.fromString(invitation.path("id").asText()));
            try (ResultSet result = query.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
