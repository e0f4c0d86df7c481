package org.convoke.events.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the schema that holds the outbox. */
@FunctionalInterface
public interface Connections {
    Connection open() throws SQLException;
}
