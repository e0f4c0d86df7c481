package org.convoke.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.convoke.events.Topic;
import org.convoke.events.Topics;
import org.convoke.parts.Kafka;
import org.convoke.parts.Postgres;

/** A service in the small: aggregates with a row each, and an outbox in a schema of its own. */
final class Shop {

    static final Postgres POSTGRES = Postgres.start(folder("postgres"), 0);
    static final Kafka KAFKA = Kafka.start(folder("kafka"), 0);

    private final String schema = "shop_" + UUID.randomUUID().toString().substring(0, 8);

    Shop() throws Exception {
        try (Admin admin = Admin.create(kafka())) {
            Topics.create(admin);
        }
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                InputStream sql = Shop.class.getResourceAsStream("/db/outbox/V1__outbox.sql")) {
            statement.execute("create schema " + schema);
            statement.execute("set search_path to " + schema);
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("create table aggregate (id text primary key, seq bigint not null)");
        }
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory("convoke-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void close() {
        KAFKA.close();
        POSTGRES.close();
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(
                POSTGRES.jdbcUrl("convoke") + "?currentSchema=" + schema, POSTGRES.user(), POSTGRES.password());
    }

    static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", KAFKA.bootstrapServers());
    }

    Relay relay() {
        return new Relay(this::open, () -> RelayProducer.of(kafka()), Duration.ofMillis(50));
    }

    void create(String aggregate) throws SQLException {
        try (Connection connection = open();
                PreparedStatement insert = connection.prepareStatement("insert into aggregate values (?, 0)")) {
            insert.setString(1, aggregate);
            insert.executeUpdate();
        }
    }

    /** The writer of the contract: lock the row first, bump its seq, insert, commit. */
    void write(String aggregate) throws SQLException {
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            insert(connection, aggregate, bump(connection, aggregate));
            connection.commit();
        }
    }

    long bump(Connection connection, String aggregate) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update aggregate set seq = seq + 1 where id = ? returning seq")) {
            update.setString(1, aggregate);
            try (ResultSet result = update.executeQuery()) {
                assertThat(result.next()).isTrue();
                return result.getLong(1);
            }
        }
    }

    void insert(Connection connection, String aggregate, long seq) throws SQLException {
        OutboxTable.insert(
                connection,
                new OutboxRow(
                        UUID.randomUUID(),
                        Topic.GROUPS.topicName(),
                        aggregate,
                        seq,
                        "test",
                        Map.of("ce_seq", Long.toString(seq)),
                        new byte[0]));
    }

    void awaitEmpty() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(waiting()).isZero());
    }

    long waiting() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from outbox")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The sequence of each aggregate as it arrived; repeats of what was there before are dropped, as readers do. */
    static Map<String, List<Long>> arrived(Set<String> aggregates) throws IOException {
        Map<String, List<Long>> arrived = new HashMap<>();
        Set<String> seen = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.GROUPS.topicName()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (ConsumerRecord<String, byte[]> kafka : consumer.poll(Duration.ofMillis(200))) {
                    String seq = new String(kafka.headers().lastHeader("ce_seq").value(), StandardCharsets.UTF_8);
                    if (aggregates.contains(kafka.key()) && seen.add(kafka.key() + "/" + seq)) {
                        arrived.computeIfAbsent(kafka.key(), first -> new ArrayList<>())
                                .add(Long.parseLong(seq));
                    }
                }
            }
        }
        return arrived;
    }
}
