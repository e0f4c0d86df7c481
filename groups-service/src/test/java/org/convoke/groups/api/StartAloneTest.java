package org.convoke.groups.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.convoke.parts.Issuer;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

/** The service starts while Kafka and the OIDC provider are not there; later the provider has other keys, and is away again. */
@QuarkusTest
@TestProfile(StartAloneTest.Alone.class)
class StartAloneTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    public static final class Alone implements QuarkusTestProfile {

        private static final String PORT = "convoke.test.late-provider";

        @Override
        public Map<String, String> getConfigOverrides() {
            System.setProperty(PORT, String.valueOf(freePort()));
            return Map.of(
                    "kafka.bootstrap.servers",
                    "127.0.0.1:1",
                    "quarkus.oidc.auth-server-url",
                    "http://127.0.0.1:" + System.getProperty(PORT));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(RealParts.class, Map.of("parts", "postgres")));
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void tokensAreRefusedUntilTheProviderComesAndKafkaIsNotMissed() throws IOException {
        try (Issuer issuer = Issuer.start()) {
            Someone ann = someone(issuer, "ann");
            ann.get("/groups").statusCode(401).body("code", equalTo("unauthenticated"));

            HttpServer provider = provider(issuer);
            try {
                await().atMost(SOON).until(() -> status(ann) == 200);
                String group = ann.founds(Map.of("name", "Chess Club"));
                assertThat(Database.count("select count(*) from outbox where aggregate_id = '" + group + "'"))
                        .isEqualTo(1);
                keysThatNobodyKnowsAreAskedForSeldom(issuer);
                keysThatAreChangedAreFoundInSpiteOfThem(issuer);
            } finally {
                provider.stop(0);
            }
            issuer.close();
            whileTheProviderIsAwayItsKeysAreStillGood(issuer);
        }
    }

    private static void keysThatNobodyKnowsAreAskedForSeldom(Issuer issuer) {
        int before = issuer.keysAskedFor();
        for (int i = 0; i < 200; i++) {
            assertThat(status(stranger(issuer))).isEqualTo(401);
        }
        assertThat(issuer.keysAskedFor() - before).isLessThan(20);
    }

    private static void keysThatAreChangedAreFoundInSpiteOfThem(Issuer issuer) {
        issuer.rotate();
        Someone bob = someone(issuer, "bob");
        await().atMost(SOON).until(() -> {
            status(stranger(issuer));
            return status(bob) == 200;
        });
    }

    private static void whileTheProviderIsAwayItsKeysAreStillGood(Issuer issuer) {
        assertThat(status(someone(issuer, "carol"))).isEqualTo(200);
        assertThat(status(stranger(issuer))).isEqualTo(401);
    }

    private static Someone someone(Issuer issuer, String name) {
        return new Someone(name, name, issuer.token(name).mint());
    }

    private static Someone stranger(Issuer issuer) {
        return new Someone(
                "eve",
                "Eve",
                issuer.token("eve").underKey(UUID.randomUUID().toString()).mint());
    }

    private static int status(Someone someone) {
        return someone.get("/groups").extract().statusCode();
    }

    /** Tells at the late address what the issuer tells at its own. */
    private static HttpServer provider(Issuer issuer) throws IOException {
        int port = Integer.getInteger(Alone.PORT);
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        provider.createContext("/", exchange -> {
            try (var in =
                    URI.create(issuer.url() + exchange.getRequestURI()).toURL().openStream()) {
                byte[] body = in.readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        provider.start();
        return provider;
    }
}
