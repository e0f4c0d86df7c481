package org.convoke.gateway.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.convoke.events.CloudEvents;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Topic;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Redis is killed, emptied or hung, records are poison: nothing is lost, and who may have missed something is told. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class LossTest {

    @TestHTTPResource
    URL url;

    @Inject
    RedisDataSource redis;

    private final Told told = new Told();
    private final String alice = someone("alice");
    private final String bob = someone("bob");

    @AfterEach
    void silence() {
        told.close();
    }

    @Test
    void afterAFlushTheStreamIsReplayedAndTheOldCursorIsReset() {
        InvitationSnapshot first = told.invited(alice, bob);
        String cursor;
        try (GwClient client = connect(null)) {
            cursor = client.event("invitation:received", of(first)).path("cur").asText();
            redis.flushall();
            InvitationSnapshot second = told.invited(alice, bob);
            assertThat(client.closeCode(Duration.ofSeconds(15))).isEqualTo(4203);
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(received()).contains(id(first), id(second)));
        }
        try (GwClient again = connect(cursor)) {
            assertThat(again.frame("ready", any -> true)
                            .path("resume")
                            .path("kind")
                            .asText())
                    .isEqualTo("reset");
        }
    }

    @Test
    void aKilledRedisKeepsSocketsOpenAndLosesNothing() {
        try (GwClient client = connect(null)) {
            RealParts.redis().kill();
            InvitationSnapshot during = told.invited(alice, bob);
            RealParts.redis().restart();
            client.event("invitation:received", of(during));
            InvitationSnapshot after = told.invited(alice, bob);
            client.event("invitation:received", of(after));
            assertThat(client.events("invitation:received")).hasSize(2);
        }
    }

    @Test
    void aHungRedisOnlyDelays() {
        try (GwClient client = connect(null)) {
            RealParts.redis().pause();
            InvitationSnapshot during = told.invited(alice, bob);
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> client.events("invitation:received").isEmpty());
            RealParts.redis().resume();
            client.event("invitation:received", of(during));
            assertThat(client.events("invitation:received")).hasSize(1);
        }
    }

    @Test
    void aKafkaRestartOnlyDelays() {
        try (GwClient client = connect(null)) {
            RealParts.kafka().kill();
            RealParts.kafka().restart();
            InvitationSnapshot after = told.invited(alice, bob);
            client.event("invitation:received", of(after));
        }
    }

    @Test
    void poisonGoesToTheDeadLettersAndThePartitionMovesOn() {
        InvitationSnapshot invitation = Told.anInvitation(alice, bob, "PENDING");
        ProducerRecord<String, byte[]> poison = new ProducerRecord<>(
                Topic.INVITATIONS.topicName(), invitation.id().toString(), "{not JSON".getBytes(UTF_8));
        poison.headers().add("ce_type", "org.convoke.InvitationSent.v1".getBytes(UTF_8));
        RecordMetadata at = told.send(poison);
        RecordMetadata lacking = told.send(lacking(invitation));
        told.about(invitation, 1, new InvitationSent(invitation, false));
        try (GwClient client = connect(null)) {
            client.event("invitation:received", of(invitation));
        }
        assertThat(origins()).contains(origin(at), origin(lacking));
    }

    /** Proper JSON in a proper envelope, and nothing in it. */
    private static ProducerRecord<String, byte[]> lacking(InvitationSnapshot invitation) {
        ProducerRecord<String, byte[]> empty = new ProducerRecord<>(
                Topic.INVITATIONS.topicName(), invitation.id().toString(), "{}".getBytes(UTF_8));
        CloudEvents.headers(Told.fact(invitation.id().toString(), 1, new InvitationSent(invitation, false)))
                .forEach((name, value) -> empty.headers().add(name, value.getBytes(UTF_8)));
        return empty;
    }

    private static String origin(RecordMetadata at) {
        return at.topic() + "/" + at.partition() + "/" + at.offset();
    }

    @Test
    void anUnknownEventTypeIsPassedOver() {
        InvitationSnapshot invitation = Told.anInvitation(alice, bob, "PENDING");
        ProducerRecord<String, byte[]> unknown = new ProducerRecord<>(
                Topic.INVITATIONS.topicName(), invitation.id().toString(), "{}".getBytes(UTF_8));
        unknown.headers().add("ce_type", "org.convoke.InvitationFramed.v1".getBytes(UTF_8));
        RecordMetadata at = told.send(unknown);
        told.about(invitation, 1, new InvitationSent(invitation, false));
        try (GwClient client = connect(null)) {
            client.event("invitation:received", of(invitation));
        }
        assertThat(origins()).doesNotContain(origin(at));
    }

    /** What a device that was never here before is told of. */
    private List<String> received() {
        try (GwClient client = GwClient.signedIn(url.getPort(), bob, someone("device"))) {
            client.frame("ready", any -> true);
            String last = client.frame("ready", any -> true).path("top").asText();
            if (!last.equals("0.0.0")) {
                client.frame("evt", data -> data.path("cur").asText().equals(last));
            }
            return client.events("invitation:received").stream()
                    .map(event -> event.path("p").path("invitation").path("id").asText())
                    .toList();
        }
    }

    private Set<String> origins() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, RealParts.kafka().bootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.DEAD_LETTERS.topicName()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Set<String> origins = new java.util.HashSet<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                origins.addAll(java.util.stream.StreamSupport.stream(
                                consumer.poll(Duration.ofMillis(100)).spliterator(), false)
                        .map(letter -> new String(
                                letter.headers()
                                        .lastHeader("dead-letter-origin")
                                        .value(),
                                UTF_8))
                        .collect(Collectors.toSet()));
            }
            return origins;
        }
    }

    private GwClient connect(String cursor) {
        return GwClient.signedIn(url.getPort(), bob, "phone", cursor, Map.of());
    }

    private static String id(InvitationSnapshot invitation) {
        return invitation.id().toString();
    }

    private static java.util.function.Predicate<JsonNode> of(InvitationSnapshot invitation) {
        return payload -> payload.path("invitation").path("id").asText().equals(id(invitation));
    }
}
