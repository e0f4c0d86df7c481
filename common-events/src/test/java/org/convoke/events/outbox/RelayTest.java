package org.convoke.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing lost, nothing out of order, whatever dies. Real PostgreSQL, real Kafka. */
class RelayTest {

    private Shop shop;

    @AfterAll
    static void stopTheParts() {
        Shop.close();
    }

    @BeforeEach
    void open() throws Exception {
        shop = new Shop();
    }

    @Test
    void transactionsThatCommitOutOfOrderAreAllSent() throws Exception {
        String early = aggregate();
        String late = aggregate();
        try (Relay relay = started();
                Connection slow = shop.open()) {
            slow.setAutoCommit(false);
            shop.insert(slow, early, shop.bump(slow, early));
            shop.write(late);
            relay.signal();
            shop.awaitEmpty();
            slow.commit();
            shop.awaitEmpty();
        }
        assertThat(Shop.arrived(Set.of(early, late))).containsKeys(early, late);
    }

    @Test
    void aWriterWithoutTheRowLockIsStoppedByTheSequence() throws Exception {
        String aggregate = aggregate();
        try (Connection one = shop.open();
                Connection other = shop.open()) {
            one.setAutoCommit(false);
            shop.insert(one, aggregate, 1);
            one.commit();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> shop.insert(other, aggregate, 1))
                    .withMessageContaining("aggregate_seq");
        }
    }

    @Test
    void manyWritersAndTwoRelaysKeepTheOrderOfEachAggregate() throws Exception {
        List<String> aggregates = aggregates(5);
        try (Relay one = started();
                Relay two = started()) {
            assertThat(one).isNotSameAs(two);
            writeAll(aggregates, 60, one, two);
            await().until(() -> one.isLeading() ^ two.isLeading());
            shop.awaitEmpty();
        }
        assertWhole(aggregates, 60);
    }

    @Test
    void theLeadPassesOnWhenTheLeadersConnectionIsCut() throws Exception {
        List<String> aggregates = aggregates(3);
        try (Relay one = started();
                Relay two = started()) {
            await().until(() -> one.isLeading() || two.isLeading());
            for (int round = 0; round < 5; round++) {
                writeAll(aggregates, 20, one, two);
                cutLeaders();
            }
            shop.awaitEmpty();
        }
        assertWhole(aggregates, 100);
    }

    @Test
    void aKilledKafkaOnlyDelays() throws Exception {
        List<String> aggregates = aggregates(3);
        try (Relay relay = started()) {
            writeAll(aggregates, 20, relay);
            Shop.KAFKA.kill();
            writeAll(aggregates, 20, relay);
            Shop.KAFKA.restart();
            shop.awaitEmpty();
        }
        assertWhole(aggregates, 40);
    }

    @Test
    void aKilledDatabaseOnlyDelays() throws Exception {
        List<String> aggregates = aggregates(3);
        try (Relay relay = started()) {
            writeAll(aggregates, 20, relay);
            Shop.POSTGRES.kill();
            Shop.POSTGRES.restart();
            writeAll(aggregates, 20, relay);
            shop.awaitEmpty();
        }
        assertWhole(aggregates, 40);
    }

    @Test
    void rowsOfARolledBackTransactionAreNeverSent() throws Exception {
        String aggregate = aggregate();
        try (Relay relay = started();
                Connection connection = shop.open()) {
            connection.setAutoCommit(false);
            shop.insert(connection, aggregate, shop.bump(connection, aggregate));
            relay.signal();
            connection.rollback();
            shop.write(aggregate);
            relay.signal();
            shop.awaitEmpty();
        }
        assertThat(Shop.arrived(Set.of(aggregate))).containsEntry(aggregate, List.of(1L));
    }

    private Relay started() {
        Relay relay = shop.relay();
        relay.start();
        return relay;
    }

    private List<String> aggregates(int count) {
        return IntStream.range(0, count).mapToObj(i -> aggregate()).toList();
    }

    private String aggregate() {
        String aggregate = UUID.randomUUID().toString();
        try {
            shop.create(aggregate);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return aggregate;
    }

    /** {@code count} writes to each aggregate, by threads that compete for every one of them. */
    private void writeAll(List<String> aggregates, int count, Relay... relays) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> writes = aggregates.stream()
                    .flatMap(aggregate -> IntStream.range(0, count).mapToObj(i -> aggregate))
                    .map(aggregate -> (Future<?>) threads.submit(() -> {
                        shop.write(aggregate);
                        for (Relay relay : relays) {
                            relay.signal();
                        }
                        return null;
                    }))
                    .collect(Collectors.toList());
            for (Future<?> write : writes) {
                write.get();
            }
        }
    }

    private void cutLeaders() throws SQLException {
        try (Connection connection = shop.open();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
        }
    }

    private static void assertWhole(List<String> aggregates, int count) throws Exception {
        List<Long> whole = LongStream.rangeClosed(1, count).boxed().toList();
        Map<String, List<Long>> arrived = Shop.arrived(Set.copyOf(aggregates));
        assertThat(arrived).containsOnlyKeys(aggregates);
        assertThat(arrived.values()).allSatisfy(sequence -> assertThat(sequence).isEqualTo(whole));
    }
}
