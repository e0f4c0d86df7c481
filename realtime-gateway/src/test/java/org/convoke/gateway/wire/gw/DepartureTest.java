package org.convoke.gateway.wire.gw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.RawSocket;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

/** A pod that goes away; it is one of its own, since it does not come back. */
@QuarkusTest
@TestProfile(DepartureTest.Leaving.class)
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class DepartureTest {

    private static final int CONNECTIONS = 450;

    @TestHTTPResource
    URL url;

    @Inject
    Event<ShutdownDelayInitiatedEvent> leaving;

    /** So many that their return takes other pods three seconds; however long they took to come, nobody has to sign in. */
    public static final class Leaving implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("convoke.gateway.handshakes-per-second", "150", "convoke.gateway.auth-timeout", "10m");
        }
    }

    @Test
    void everybodyIsSentToAnotherPodAndNobodyComesIn() {
        List<GwClient> clients =
                IntStream.range(0, CONNECTIONS).mapToObj(i -> connect()).toList();
        clients.forEach(client -> client.frame("hello", any -> true));
        leaving.fire(new ShutdownDelayInitiatedEvent());
        List<JsonNode> byes = clients.stream().map(DepartureTest::bye).toList();
        assertThat(byes).allMatch(bye -> bye.path("code").asInt() == 4200);
        assertThat(byes).extracting(bye -> bye.path("afterMs").asInt()).allMatch(after -> after >= 0 && after < 3000);
        assertThat(byes.stream().mapToInt(bye -> bye.path("afterMs").asInt()).summaryStatistics())
                .satisfies(after -> assertThat(after.getMax() - after.getMin()).isGreaterThan(2000));
        assertThat(clients).allMatch(client -> client.closeCode(Duration.ofSeconds(5)) == 4200);
        try (RawSocket late = RawSocket.open(url.getPort())) {
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.header("Retry-After")).isNotEmpty();
        }
    }

    private GwClient connect() {
        while (true) {
            try {
                return GwClient.connect(url.getPort());
            } catch (java.util.concurrent.CompletionException turnedAway) {
                org.awaitility.Awaitility.await()
                        .pollDelay(Duration.ofMillis(200))
                        .until(() -> true);
            }
        }
    }

    private static JsonNode bye(GwClient client) {
        return client.frame("bye", any -> true);
    }
}
