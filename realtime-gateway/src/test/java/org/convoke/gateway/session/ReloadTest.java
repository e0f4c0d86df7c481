package org.convoke.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.websockets.next.OpenConnections;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.gateway.delivery.Pod;
import org.convoke.gateway.stream.StreamName;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

/** Connections that come and go at the same moment. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class ReloadTest {

    @TestHTTPResource
    URL url;

    @Inject
    RedisDataSource redis;

    @Inject
    Pod pod;

    @Inject
    OpenConnections open;

    @Inject
    Hub hub;

    @Inject
    HubThread thread;

    private final String ada = someone("ada");

    @Test
    void aRegistrationThatNobodyRenewsEndsByItself() {
        try (GwClient client = GwClient.signedIn(url.getPort(), ada, "phone")) {
            assertThat(redis.key().ttl(StreamName.inbox(ada).podsKey())).isBetween(1L, 3600L);
        }
    }

    @Test
    void aSessionThatEndsDoesNotTakeAnothersRegistrationAlong() {
        GwClient current = GwClient.signedIn(url.getPort(), ada, "phone");
        for (int round = 0; round < 40; round++) {
            GwClient old = current;
            CompletableFuture<Void> leaving = CompletableFuture.runAsync(old::cut);
            current = GwClient.signedIn(url.getPort(), ada, "phone");
            leaving.join();
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> sessionsOfAda() == 1);
            // Not by the check of all positions, which comes every two seconds.
            await().during(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(this::isRegistered);
        }
        current.cut();
        await().until(() -> !isRegistered());
    }

    private boolean isRegistered() {
        return redis.set(String.class).sismember(StreamName.inbox(ada).podsKey(), pod.id());
    }

    @Test
    void readyComesBeforeEverythingElse() {
        try (Told told = new Told()) {
            for (int round = 0; round < 10; round++) {
                CompletableFuture<GroupSnapshot> joining =
                        CompletableFuture.supplyAsync(() -> told.groupCreated(ada, "PRIVATE"));
                try (GwClient client = GwClient.signedIn(url.getPort(), ada, "phone")) {
                    String channel = "g:" + joining.join().id();
                    await().until(() -> client.frames().stream()
                            .anyMatch(frame -> frame.path("d").path("channels").has(channel)
                                    || frame.path("d").path("ch").asText().equals(channel)));
                    assertThat(client.frames())
                            .extracting(frame -> frame.path("t").asText())
                            .startsWith("hello", "ready");
                }
            }
        }
    }

    /** Her seat is there, but nobody woke this pod for it. */
    @Test
    void aJoinThatNobodyToldOfIsFound() {
        UUID group = UUID.randomUUID();
        StreamName channel = StreamName.group(group);
        try (GwClient client = GwClient.signedIn(url.getPort(), ada, "phone")) {
            redis.hash(String.class).hset("gw:" + channel.tag() + ":c:" + group, ada, "1:0:MEMBER");
            redis.hash(String.class)
                    .hset("gw:" + StreamName.inbox(ada).tag() + ":g:" + ada, group.toString(), "1:MEMBER");
            thread.run(hub::checkGroups);
            client.frame("joined", data -> data.path("ch").asText().equals(channel.value()));
        }
    }

    @Test
    void aClientThatNeverReadsIsLetGoAndDelaysNobody() {
        GwClient deaf = GwClient.signedIn(url.getPort(), ada, "deaf");
        String line = deaf.frame("hello", any -> true).path("sid").asText();
        deaf.stopReading();
        try (Told told = new Told();
                GwClient keen = GwClient.signedIn(url.getPort(), ada, "keen")) {
            String message = "x".repeat(9_000);
            // So few that it is not for want of a sign of life, which ends it too, but later.
            for (int i = 0; i < 30 && sessionsOfAda() == 2; i++) {
                // At her pace: the other one alone falls behind.
                hears(
                        keen,
                        IntStream.range(0, 50)
                                .mapToObj(each -> told.invited("host", ada, message))
                                .toList()
                                .getLast());
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> sessionsOfAda() == 1);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> open.stream().noneMatch(each -> each.id().equals(line)));
            hears(keen, told.invited("host", ada));
        }
        deaf.close();
    }

    private static void hears(GwClient client, InvitationSnapshot invitation) {
        client.event(
                "invitation:received",
                payload -> payload.path("invitation")
                        .path("id")
                        .asText()
                        .equals(invitation.id().toString()));
    }

    private long sessionsOfAda() {
        CompletableFuture<Long> count = new CompletableFuture<>();
        thread.run(() -> count.complete(hub.sessions().stream()
                .filter(session -> session.userId().equals(ada))
                .count()));
        return count.join();
    }
}
