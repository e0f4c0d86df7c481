package org.convoke.gateway.operation;

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
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.convoke.events.CloudEvents;
import org.convoke.events.Fact;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Topic;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens shows in the meters that the README lists. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class MetricsTest {

    private static final String GW = "wire=\"gw\"";

    @TestHTTPResource
    URL url;

    @TestHTTPResource(value = "/", management = true)
    String management;

    @Inject
    RedisDataSource redis;

    private final Told told = new Told();
    private final String alice = someone("alice");
    private final String bob = someone("bob");
    private Scrape before;

    @BeforeEach
    void look() {
        before = Scrape.of(management);
    }

    @AfterEach
    void silence() {
        told.close();
    }

    @Test
    void connectionsAndSessionsAreCountedAsLongAsTheyAreOpen() {
        try (GwClient stranger = GwClient.connect(url.getPort());
                GwClient phone = connect(null)) {
            grows("convoke_gateway_connections", 2, GW);
            grows("convoke_gateway_sessions", 1, GW);
            assertThat(stranger.frames()).isNotNull();
            phone.cut();
        }
        grows("convoke_gateway_connections", 0, GW);
        grows("convoke_gateway_sessions", 0, GW);
    }

    @Test
    void anEndIsCountedUnderItsCode() {
        try (GwClient stranger = GwClient.connect(url.getPort())) {
            stranger.send("auth", 1, GwClient.data().put("token", "none").put("device", "phone"));
            assertThat(stranger.closeCode(Duration.ofSeconds(10))).isEqualTo(4001);
        }
        grows("convoke_gateway_closes_total", 1, "code=\"4001\"", GW);
    }

    @Test
    void anEventIsMeasuredFromItsFactToItsSessions() {
        try (GwClient phone = connect(null);
                GwClient desk = GwClient.signedIn(url.getPort(), bob, "desk")) {
            InvitationSnapshot invitation = told.invited(alice, bob);
            phone.event("invitation:received", of(invitation));
            desk.event("invitation:received", of(invitation));
            grows("convoke_gateway_deliveries_total", 2, "kind=\"live\"");
            grows("convoke_gateway_event_age_seconds_count", 1);
            Scrape now = Scrape.of(management);
            assertThat(now.value("convoke_gateway_records_total"))
                    .isGreaterThan(before.value("convoke_gateway_records_total"));
            assertThat(now.value("convoke_gateway_append_seconds_count"))
                    .isGreaterThan(before.value("convoke_gateway_append_seconds_count"));
            assertThat(now.value("convoke_gateway_append_seconds_sum"))
                    .isGreaterThan(before.value("convoke_gateway_append_seconds_sum"));
            double age = now.value("convoke_gateway_event_age_seconds_sum")
                    - before.value("convoke_gateway_event_age_seconds_sum");
            assertThat(age).isBetween(0.0, 10.0);
        }
    }

    @Test
    void aWakeupToOneselfIsMeasured() {
        await().untilAsserted(() -> assertThat(Scrape.of(management).value("convoke_gateway_wakeup_seconds_count"))
                .isGreaterThan(before.value("convoke_gateway_wakeup_seconds_count")));
    }

    @Test
    void aResumeIsCountedByItsOutcome() {
        String cursor;
        try (GwClient phone = connect(null)) {
            cursor = phone.event("invitation:received", of(told.invited(alice, bob)))
                    .path("cur")
                    .asText();
        }
        grows("convoke_gateway_resumes_total", 1, "outcome=\"none\"");
        InvitationSnapshot missed = told.invited(alice, bob);
        try (GwClient phone = connect(cursor)) {
            phone.event("invitation:received", of(missed));
        }
        grows("convoke_gateway_resumes_total", 1, "outcome=\"replay\"");
        grows("convoke_gateway_deliveries_total", 1, "kind=\"replay\"");
        try (GwClient phone = connect("ffffffffffffffff.1.ffffffffffff")) {
            grows("convoke_gateway_resumes_total", 1, "outcome=\"reset_epoch\"");
        }
    }

    @Test
    void whatWaitsForASlowClientIsMeasured() {
        try (GwClient phone = connect(null)) {
            phone.stopReading();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        for (int i = 0; i < 5; i++) {
                            told.invited(alice, bob, "x".repeat(9_000));
                        }
                        Scrape now = Scrape.of(management);
                        return now.value("convoke_gateway_queue_longest", GW) > 0
                                && now.value("convoke_gateway_queue_frames", GW) > 0;
                    });
        }
    }

    @Test
    void aLostTailIsCounted() {
        try (GwClient phone = connect(null)) {
            phone.event("invitation:received", of(told.invited(alice, bob)));
        }
        redis.flushall();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> assertThat(Scrape.of(management).value("convoke_gateway_watermark_rollbacks_total"))
                                .isGreaterThan(before.value("convoke_gateway_watermark_rollbacks_total")));
    }

    @Test
    void aDeadLetterIsCounted() {
        Fact<?> fact = Told.fact(
                UUID.randomUUID().toString(), 1, new InvitationSent(Told.anInvitation(alice, bob, "PENDING"), false));
        ProducerRecord<String, byte[]> poison =
                new ProducerRecord<>(Topic.INVITATIONS.topicName(), fact.subject(), "{not JSON".getBytes(UTF_8));
        CloudEvents.headers(fact).forEach((name, value) -> poison.headers().add(name, value.getBytes(UTF_8)));
        told.send(poison);
        grows("convoke_dead_letters_total", 1);
    }

    private GwClient connect(String cursor) {
        return GwClient.signedIn(url.getPort(), bob, "phone", cursor, Map.of());
    }

    private void grows(String name, double by, String... tags) {
        await(name)
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(Scrape.of(management).value(name, tags)).isEqualTo(before.value(name, tags) + by));
    }

    private static java.util.function.Predicate<JsonNode> of(InvitationSnapshot invitation) {
        return payload -> payload.path("invitation")
                .path("id")
                .asText()
                .equals(invitation.id().toString());
    }
}
