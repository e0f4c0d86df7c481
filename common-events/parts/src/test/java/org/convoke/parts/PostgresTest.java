package org.convoke.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    @TempDir
    Path home;

    @Test
    void dataSurvivesAStopAKillAndANewStart() throws SQLException {
        int port;
        try (var postgres = Postgres.start(home, 0)) {
            port = postgres.port();
            update(postgres, "create table kept (n int)");
            update(postgres, "insert into kept values (1)");
            postgres.restart();
            assertThat(count(postgres)).isEqualTo(1);

            update(postgres, "insert into kept values (2)");
            long first = postgres.pid();
            postgres.kill();
            assertThat(postgres.alive()).isFalse();
            assertThatThrownBy(() -> count(postgres)).isInstanceOf(SQLException.class);

            postgres.restart();
            assertThat(postgres.pid()).isNotEqualTo(first);
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(count(postgres)).isEqualTo(2);
        }
        try (var again = Postgres.start(home, port)) {
            assertThat(count(again)).isEqualTo(2);
        }
    }

    @Test
    void itIsAChildOfThisJvmAndItsSessionsAreFrozenWithIt() throws SQLException {
        try (var postgres = Postgres.start(home, 0)) {
            assertThat(ProcessHandle.of(postgres.pid()).flatMap(ProcessHandle::parent))
                    .contains(ProcessHandle.current());
            try (var connection = DriverManager.getConnection(
                    postgres.jdbcUrl("convoke") + "?socketTimeout=1", "convoke", "convoke")) {
                assertThat(connection.isValid(1)).isTrue();
                postgres.pause();
                assertThat(connection.isValid(1)).isFalse();
                postgres.resume();
            }
            await().untilAsserted(() -> update(postgres, "select 1"));
        }
    }

    @Test
    void aServerThatWasKilledDoesNotBarTheNextWhenItsProcessIdLivesOn() throws Exception {
        var postgres = Postgres.start(home, 0);
        postgres.kill();
        Path lock = home.resolve("data").resolve("postmaster.pid");
        Process stranger = new ProcessBuilder("sleep", "60").start();
        var lines = new ArrayList<>(Files.readAllLines(lock));
        lines.set(0, String.valueOf(stranger.pid()));
        Files.write(lock, lines);
        try {
            postgres.restart();
            update(postgres, "select 1");
        } finally {
            postgres.close();
            stranger.destroyForcibly();
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Postgres.start(home, taken.getLocalPort()))
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void whenItCannotStartTheEndOfItsLogIsTold() throws Exception {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data").resolve("PG_VERSION"), "9.6\n");
        assertThatThrownBy(() -> Postgres.start(home, 0))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("postgres ended while starting")
                .hasMessageContaining("postgresql.conf");
    }

    private static void update(Postgres postgres, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl("convoke"), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Postgres postgres) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl("convoke"), postgres.user(), postgres.password());
                var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
