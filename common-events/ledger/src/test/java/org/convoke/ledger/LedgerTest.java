package org.convoke.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerTest {

    private final UUID group = Uuids.next();

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsToldIsInKafkaAfterTheCommitInItsOrder() {
        QuarkusTransaction.requiringNew().run(() -> {
            tell(1);
            tell(2);
        });
        QuarkusTransaction.requiringNew().run(() -> tell(3));
        assertThat(toldInKafka(3)).containsExactly(1L, 2L, 3L);
        await().until(() -> waiting() == 0);
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    tell(1);
                    throw new IllegalStateException("no");
                }));
        assertThat(waiting()).isZero();
        QuarkusTransaction.requiringNew().run(() -> tell(1));
        assertThat(toldInKafka(1)).containsExactly(1L);
    }

    @Test
    void oneNumberOfAGroupIsToldOnce() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    tell(1);
                    tell(1);
                }));
        assertThat(waiting()).isZero();
    }

    @Test
    void nothingIsToldOutsideOfATransaction() {
        assertThatExceptionOfType(TransactionalException.class).isThrownBy(() -> tell(1));
    }

    private void tell(long seq) {
        GroupEvent event = new MemberLeft(group, "Chess Club", "ann", 0);
        ledger.tell(Topic.GROUPS, new Fact<>(Uuids.next(), "/t", group.toString(), seq, clock.instant(), null, event));
    }

    private long waiting() {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from outbox where aggregate_id = ?")) {
            count.setString(1, group.toString());
            try (ResultSet result = count.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Long> toldInKafka(int wanted) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RealParts.kafka().bootstrapServers());
        List<Long> numbers = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.GROUPS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(told -> {
                    if (told.key().equals(group.toString())) {
                        numbers.add(Long.valueOf(
                                new String(told.headers().lastHeader("ce_seq").value())));
                    }
                });
                return numbers.size() >= wanted;
            });
        }
        return numbers;
    }
}
