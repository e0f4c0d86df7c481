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
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.convoke.parts.Issuer;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

/** The service starts while Kafka and the OIDC provider are not there. */
@QuarkusTest
@TestProfile(StartAloneTest.Alone.class)
class StartAloneTest {

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
            Someone ann = new Someone("ann", "Ann", issuer.token("ann").mint());
            ann.get("/groups").statusCode(401).body("code", equalTo("unauthenticated"));

            HttpServer provider = provider(issuer);
            try {
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> ann.get("/groups").extract().statusCode() == 200);
                String group = ann.founds(Map.of("name", "Chess Club"));
                assertThat(Database.count("select count(*) from outbox where aggregate_id = '" + group + "'"))
                        .isEqualTo(1);
            } finally {
                provider.stop(0);
            }
        }
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
