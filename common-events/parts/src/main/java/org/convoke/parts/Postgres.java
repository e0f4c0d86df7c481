package org.convoke.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** A PostgreSQL server with the database {@code convoke}. */
public final class Postgres extends Part {

    private static final String USER = "convoke";
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "shared_buffers=128MB",
            "max_wal_size=256MB",
            "log_line_prefix=%m [%p] ");

    /** Not started yet. */
    public Postgres(Place place, int port) {
        super("postgres", place, port);
    }

    /** Starts on the data in {@code home}, creating it when there is none; port 0 is a free one. */
    public static Postgres start(Path home, int port) {
        return Part.launched(port, on -> new Postgres(Place.in(home), on));
    }

    /** The server that runs, or ran, in {@code home}. */
    static Postgres at(Path home, int port) {
        return new Postgres(Place.in(home), port);
    }

    /** Creates the database unless it is there. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, name)) {
                statement.execute("create database " + name);
            }
        }
    }

    /** Without credentials. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return USER;
    }

    /** A fast shutdown: sessions are rolled back and closed, the data is checkpointed. */
    @Override
    public void close() {
        stop(Signal.INT);
    }

    @Override
    protected List<String> command() throws IOException {
        Path programs = Platform.current().postgres();
        if (!Files.exists(place().data().resolve("PG_VERSION"))) {
            initialise(programs);
        }
        PostmasterLock.in(place().data()).inheritIfStale();
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(
                programs.resolve("postgres").toString(),
                "-D",
                place().data().toString(),
                "-p",
                String.valueOf(port())));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    @Override
    protected boolean answers() throws SQLException {
        createDatabase("convoke");
        return true;
    }

    private void initialise(Path programs) throws IOException {
        Path password = Files.writeString(place().pid().resolveSibling("postgres.password"), password());
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + place().data(),
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                // Its password is no secret, and to stretch it again for each connection is a fifth of the tests' time.
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        Completed.run(command, place().log());
        Files.delete(password);
    }

    /** PostgreSQL refuses to run as root, so root enters a user namespace in which it is nobody. */
    private List<String> asOrdinaryUser() throws IOException {
        if (!Platform.root(place().data())) {
            return List.of();
        }
        if (!Completed.succeeds(List.of("unshare", "-U", "true"))) {
            throw new PartFailed(
                    "postgres does not run as root, and here root may not enter a user namespace (unshare -U):"
                            + " run this as another user");
        }
        return List.of("unshare", "-U");
    }

    /** Past the driver manager, which does not see every class loader's drivers. */
    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user());
        properties.setProperty("password", password());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "10");
        return new Driver().connect(jdbcUrl("postgres"), properties);
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
            return found.next();
        }
    }
}
