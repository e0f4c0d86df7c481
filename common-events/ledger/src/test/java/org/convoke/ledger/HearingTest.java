package org.convoke.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.convoke.events.CloudEvents;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.events.outbox.RelayProducer;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HearingTest {

    private final UUID group = Uuids.next();

    @Inject
    Listener listener;

    @Test
    void aFactThatIsDeliveredTwiceHasOneEffect() {
        Fact<?> first = fact(1);
        Fact<?> second = fact(2);
        deliver(first, first, second);
        heardInOrder(first, second);
    }

    @Test
    void anEffectThatFailsIsTriedAgainAndWhatFollowsWaits() {
        Fact<?> first = fact(1);
        Fact<?> second = fact(2);
        listener.failFirst(first.id(), 3);
        deliver(first, second);
        heardInOrder(first, second);
    }

    @Test
    void whatNobodyCanReadIsPutAsideWithItsReason() {
        Fact<?> readable = fact(1);
        try (Producer<String, byte[]> producer = RelayProducer.of(kafka())) {
            ProducerRecord<String, byte[]> poison = recordOf(fact(7));
            poison.headers().remove("ce_id");
            send(producer, poison);
            send(producer, recordOf(readable));
        }
        heardInOrder(readable);
        await().atMost(Duration.ofSeconds(20))
                .until(this::reasonOfTheDeadLetter, "The header ce_id is missing"::equals);
    }

    private void heardInOrder(Fact<?>... facts) {
        List<UUID> ids = List.of(facts).stream().map(Fact::id).toList();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> listener.effectsOf(ids).size() >= ids.size());
        assertThat(listener.effectsOf(ids)).containsExactlyElementsOf(ids);
    }

    private void deliver(Fact<?>... facts) {
        try (Producer<String, byte[]> producer = RelayProducer.of(kafka())) {
            for (Fact<?> fact : facts) {
                send(producer, recordOf(fact));
            }
        }
    }

    private static void send(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> told) {
        try {
            producer.send(told).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProducerRecord<String, byte[]> recordOf(Fact<?> fact) {
        ProducerRecord<String, byte[]> told =
                new ProducerRecord<>(Topic.GROUPS.topicName(), group.toString(), CloudEvents.data(fact));
        CloudEvents.headers(fact)
                .forEach((name, value) -> told.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return told;
    }

    private String reasonOfTheDeadLetter() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.DEAD_LETTERS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (var letter : consumer.poll(Duration.ofSeconds(2))) {
                if (group.toString().equals(letter.key())) {
                    return new String(
                            letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
                }
            }
            return "";
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", RealParts.kafka().bootstrapServers());
    }

    private Fact<?> fact(long seq) {
        MemberLeft event = new MemberLeft(group, "Chess Club", "ann", 0);
        return new Fact<>(Uuids.next(), "/t", group.toString(), seq, Instant.now(), null, event);
    }
}
