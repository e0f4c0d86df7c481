package org.convoke.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.delivery.Pod;
import org.convoke.gateway.session.RegisterEntries.Entered;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ten sessions a person over all pods; the other pod here is a register of its own on the same Redis. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class SessionLimitTest {

    private static final int LIMIT = 10;
    private static final Duration SOON = Duration.ofSeconds(5);

    @TestHTTPResource
    URL url;

    @Inject
    RedisLinks redis;

    @Inject
    RedisDataSource data;

    @Inject
    HubThread thread;

    @Inject
    GatewayConfig config;

    @Inject
    Pod pod;

    private final String ada = someone("ada");
    private final List<GwClient> clients = new ArrayList<>();

    @AfterEach
    void hangUp() {
        clients.forEach(GwClient::close);
    }

    @Test
    void theEleventhSessionIsRefusedAndTheTenStay() {
        for (int i = 0; i < LIMIT; i++) {
            signIn("device-" + i);
        }
        assertThat(refusal()).isEqualTo(4005);
        for (GwClient each : List.copyOf(clients).subList(0, LIMIT)) {
            each.send("ping", 7, GwClient.data());
            assertThat(each.reply(7).path("t").asText()).isEqualTo("pong");
        }
    }

    @Test
    void oneThatEndsMakesRoom() {
        for (int i = 0; i < LIMIT; i++) {
            signIn("device-" + i);
        }
        clients.getFirst().cut();
        await().atMost(SOON).until(() -> refusal() == 0);
    }

    @Test
    void sessionsOnAnotherPodCountAsLongAsItLives() {
        Register living = register();
        thread.run(() -> living.start(null));
        enterTen(living);
        await().during(config.sessionLease().plusSeconds(1))
                .atMost(Duration.ofSeconds(20))
                .until(() -> refusal() == 4005);
    }

    @Test
    void sessionsOfAKilledPodCountNoMore() {
        enterTen(register());
        assertThat(refusal()).isEqualTo(4005);
        await().atMost(config.sessionLease().plus(SOON)).until(() -> refusal() == 0);
    }

    @Test
    void theSameDeviceTakesThePlaceOfItsOlderSessionOnEachPod() {
        Register other = register();
        thread.run(() -> other.start(null));
        enterTen(other);
        assertThat(enter(other, session("on-the-other"))).isEqualTo(new Entered.Full());
        GwClient first = signIn("device-3");
        GwClient second = signIn("device-3");
        assertThat(first.closeCode(SOON)).isEqualTo(4204);
        second.send("ping", 7, GwClient.data());
        second.reply(7);
        assertThat(refusal()).isEqualTo(4005);
    }

    @Test
    void whatRedisLostIsWrittenAgain() {
        for (int i = 0; i < LIMIT; i++) {
            signIn("device-" + i);
        }
        String tag = "gw:" + StreamName.inbox(ada).tag();
        data.key().del(tag + ":o:" + ada, tag + ":l:" + pod.id());
        await().atMost(config.sessionLease().plus(SOON))
                .until(() -> data.hash(String.class).hlen(tag + ":o:" + ada) == LIMIT);
        assertThat(refusal()).isEqualTo(4005);
    }

    /** The close code, or 0 for one that was let in and has left again. */
    private int refusal() {
        GwClient client = GwClient.connect(url.getPort());
        clients.add(client);
        client.send("auth", 1, GwClient.data().put("token", GwClient.token(ada)).put("device", "eleventh"));
        await().atMost(SOON)
                .until(() -> client.frames().stream()
                        .anyMatch(frame ->
                                List.of("ready", "bye").contains(frame.path("t").asText())));
        boolean letIn = client.frames().stream()
                .anyMatch(frame -> frame.path("t").asText().equals("ready"));
        return letIn ? 0 : client.closeCode(SOON);
    }

    private GwClient signIn(String device) {
        GwClient client = GwClient.signedIn(url.getPort(), ada, device);
        clients.add(client);
        return client;
    }

    private void enterTen(Register register) {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(enter(register, session("device-" + i))).isInstanceOf(Entered.In.class);
        }
    }

    private Entered enter(Register register, Session session) {
        CompletableFuture<Entered> entered = new CompletableFuture<>();
        thread.run(
                () -> register.enter(session).onSuccess(entered::complete).onFailure(entered::completeExceptionally));
        return entered.join();
    }

    private Register register() {
        return new Register(redis, thread, new Pod(config), config);
    }

    private Session session(String device) {
        return new Session(new Identity(ada, "", Instant.now(), Instant.now().plusSeconds(300)), device, new Nowhere());
    }

    /** Of a session that no client is behind. */
    private static final class Nowhere implements Sink {
        @Override
        public void ready(Ready ready) {}

        @Override
        public void event(StreamName channel, StreamEntry entry) {}

        @Override
        public void ephemeral(StreamName channel, ClientEvent event) {}

        @Override
        public void resumed(StreamName channel, Cursor from, Cursor to, int count) {}

        @Override
        public void joined(StreamName channel, Cursor from) {}

        @Override
        public void presence(Optional<UUID> group, Presence presence) {}

        @Override
        public void headcount(UUID group, int online, int members) {}

        @Override
        public void whenDrained(Runnable next) {}

        @Override
        public void close(Farewell farewell) {}
    }
}
