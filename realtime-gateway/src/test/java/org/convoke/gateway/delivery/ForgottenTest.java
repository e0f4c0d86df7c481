package org.convoke.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.hash.HashCommands;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.events.Topic;
import org.convoke.events.Topics;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.gateway.stream.StreamName;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka has forgotten what was not read yet, or a topic was made anew. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class ForgottenTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TestHTTPResource
    URL url;

    @Inject
    RedisDataSource redis;

    private final Told told = new Told();
    private final Admin admin =
            Admin.create(Map.of("bootstrap.servers", RealParts.kafka().bootstrapServers()));
    private final String ann = someone("ann");
    private final String ben = someone("ben");

    @AfterEach
    void silence() {
        told.close();
        admin.close();
    }

    @Test
    void aHoleThatKafkaCannotFillIsSaidToWhoeverComesAgain() throws Exception {
        InvitationSnapshot invitation = Told.anInvitation(ann, ben, "PENDING");
        RecordMetadata at =
                told.tell(Topic.INVITATIONS, invitation.id().toString(), 1, new InvitationSent(invitation, false));
        String inbox;
        String publics;
        try (GwClient client = connect(null, Map.of())) {
            inbox = client.event("invitation:received", any -> true).path("cur").asText();
            publics = client.frame("ready", any -> true)
                    .path("channels")
                    .path("public")
                    .asText();
            forget(at);
            assertThat(client.closeCode(SOON)).isEqualTo(4203);
        }
        try (GwClient again = toldOfBoth(inbox, publics)) {
            told.invited(ann, ben);
            String next =
                    again.event("invitation:received", any -> true).path("cur").asText();
            again.cut();
            try (GwClient third = connect(next, Map.of())) {
                assertThat(third.frame("ready", any -> true)
                                .path("resume")
                                .path("kind")
                                .asText())
                        .isEqualTo("none");
            }
        }
    }

    /** One shard after the other begins anew and ends its listeners' connections: one may come again between the two. */
    private GwClient toldOfBoth(String inbox, String publics) {
        GwClient client = connect(inbox, Map.of("public", publics));
        JsonNode ready = client.frame("ready", any -> true);
        if (ready.path("resume").path("kind").asText().equals("reset")
                && ready.path("resets").path("public").asText().equals("epoch")) {
            return client;
        }
        assertThat(client.closeCode(SOON)).isEqualTo(4203);
        client.close();
        return toldOfBoth(inbox, publics);
    }

    /** As if the gateways had been away since that record, and Kafka had deleted two that came behind it. */
    private void forget(RecordMetadata at) throws Exception {
        told.send(empty(at));
        long last = told.send(empty(at)).offset();
        String mark = topicId(at.topic()) + ":" + at.partition();
        await().atMost(SOON)
                .until(() ->
                        shards().stream().allMatch(shard -> Long.toString(last).equals(marks().hget(shard, mark))));
        TopicPartition partition = new TopicPartition(at.topic(), at.partition());
        admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(last + 1)))
                .all()
                .get();
        shards().forEach(shard -> marks().hset(shard, mark, Long.toString(at.offset())));
    }

    private HashCommands<String, String, String> marks() {
        return redis.hash(String.class);
    }

    private static List<String> shards() {
        return IntStream.range(0, StreamName.shards())
                .mapToObj(shard -> "gw:" + StreamName.tag(shard) + ":w")
                .toList();
    }

    private static ProducerRecord<String, byte[]> empty(RecordMetadata at) {
        return new ProducerRecord<>(at.topic(), at.partition(), "nobody", new byte[] {});
    }

    private Uuid topicId(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .topicId();
    }

    @Test
    void aTopicThatWasMadeAnewIsReadFromItsBeginning() throws Exception {
        for (int i = 0; i < 5; i++) {
            told.about(new PersonErased(ben), i + 1);
        }
        String people = Topic.PEOPLE.topicName();
        Uuid before = topicId(people);
        admin.deleteTopics(List.of(people)).all().get();
        await().atMost(SOON).ignoreExceptions().until(() -> {
            Topics.create(admin);
            return !topicId(people).equals(before);
        });
        try (GwClient client = connect(null, Map.of());
                Told anew = new Told()) {
            anew.about(new PersonErased(ben), 1);
            assertThat(client.closeCode(SOON)).isEqualTo(4004);
        }
    }

    private GwClient connect(String cursor, Map<String, String> channels) {
        return GwClient.signedIn(url.getPort(), ben, "phone", cursor, channels);
    }
}
