package org.convoke.gateway.wire.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

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
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.convoke.gateway.SocketIoClient;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

/** A pod that goes away sends its clients to others in turns; it is one of its own, since it does not come back. */
@QuarkusTest
@TestProfile(TurnsTest.Leaving.class)
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class TurnsTest {

    private static final int CONNECTIONS = 60;

    @TestHTTPResource
    URL url;

    @Inject
    Event<ShutdownDelayInitiatedEvent> leaving;

    /** So that their return takes other pods three seconds. */
    public static final class Leaving implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("convoke.gateway.handshakes-per-second", "20");
        }
    }

    /** A client of Socket.IO comes again at once, whatever it is told: it is closed when its turn has come. */
    @Test
    void theTransportsAreClosedOneAfterTheOther() {
        List<SocketIoClient> clients = new ArrayList<>();
        while (clients.size() < CONNECTIONS) {
            try {
                clients.add(
                        clients.size() % 2 == 0
                                ? SocketIoClient.signedIn(url.getPort(), someone("ada"))
                                : SocketIoClient.connect(url.getPort()));
            } catch (CompletionException turnedAway) {
                await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            }
        }
        leaving.fire(new ShutdownDelayInitiatedEvent());
        assertThat(clients).allMatch(client -> client.closeCode(Duration.ofSeconds(20)) == 4200);
        LongSummaryStatistics times =
                clients.stream().mapToLong(SocketIoClient::closedAt).summaryStatistics();
        assertThat(Duration.ofNanos(times.getMax() - times.getMin())).isGreaterThan(Duration.ofSeconds(1));
        assertThat(IntStream.range(0, CONNECTIONS).filter(i -> i % 2 == 0).mapToObj(clients::get))
                .noneMatch(SocketIoClient::isSentOut)
                .allMatch(client ->
                        client.event("bye", any -> true).data().path("code").asInt() == 4200);
    }
}
