package org.convoke.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

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
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.RawSocket;
import org.convoke.gateway.SocketIoClient;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A pod that goes away, once for all tests here; it is one of its own, since it does not come back. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestProfile(DepartureTest.Leaving.class)
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class DepartureTest {

    private static final int ON_GW = 450;
    private static final int ON_SOCKET_IO = 60;

    @TestHTTPResource
    URL url;

    @Inject
    Event<ShutdownDelayInitiatedEvent> leaving;

    private List<GwClient> gws;
    private List<SocketIoClient> sios;

    /** So many that their return takes other pods three seconds; however long they took to come, nobody has to sign in. */
    public static final class Leaving implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("convoke.gateway.handshakes-per-second", "150", "convoke.gateway.auth-timeout", "10m");
        }
    }

    @BeforeAll
    void everybodyIsHereAndThePodLeaves() {
        gws = IntStream.range(0, ON_GW)
                .mapToObj(i -> letIn(() -> GwClient.connect(url.getPort())))
                .toList();
        sios = IntStream.range(0, ON_SOCKET_IO)
                .mapToObj(i -> letIn(() -> isSignedIn(i)
                        ? SocketIoClient.signedIn(url.getPort(), someone("ada"))
                        : SocketIoClient.connect(url.getPort())))
                .toList();
        gws.forEach(client -> client.frame("hello", any -> true));
        leaving.fire(new ShutdownDelayInitiatedEvent());
    }

    private static boolean isSignedIn(int number) {
        return number % 2 == 0;
    }

    private static <T> T letIn(Supplier<T> come) {
        while (true) {
            try {
                return come.get();
            } catch (CompletionException turnedAway) {
                await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            }
        }
    }

    @AfterAll
    void hangUp() {
        gws.forEach(GwClient::close);
        sios.forEach(SocketIoClient::close);
    }

    @Test
    void everybodyIsSentToAnotherPodAndNobodyComesIn() {
        List<JsonNode> byes =
                gws.stream().map(client -> client.frame("bye", any -> true)).toList();
        assertThat(byes).allMatch(bye -> bye.path("code").asInt() == 4200);
        assertThat(byes).extracting(bye -> bye.path("afterMs").asInt()).allMatch(after -> after >= 0 && after < 3000);
        assertThat(byes.stream().mapToInt(bye -> bye.path("afterMs").asInt()).summaryStatistics())
                .satisfies(after -> assertThat(after.getMax() - after.getMin()).isGreaterThan(2000));
        assertThat(gws).allMatch(client -> client.closeCode(Duration.ofSeconds(5)) == 4200);
        try (RawSocket late = RawSocket.open(url.getPort())) {
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.header("Retry-After")).isNotEmpty();
        }
    }

    /** A client of Socket.IO comes again at once, whatever it is told: it is closed when its turn has come. */
    @Test
    void theTransportsOfSocketIoAreClosedOneAfterTheOther() {
        assertThat(sios).allMatch(client -> client.closeCode(Duration.ofSeconds(20)) == 4200);
        LongSummaryStatistics times =
                sios.stream().mapToLong(SocketIoClient::closedAt).summaryStatistics();
        assertThat(Duration.ofNanos(times.getMax() - times.getMin())).isGreaterThan(Duration.ofSeconds(1));
        assertThat(signedIn()).noneMatch(SocketIoClient::isSentOut);
        assertThat(signedIn())
                .allMatch(client ->
                        client.event("bye", any -> true).data().path("code").asInt() == 4200);
    }

    private Stream<SocketIoClient> signedIn() {
        return IntStream.range(0, ON_SOCKET_IO)
                .filter(DepartureTest::isSignedIn)
                .mapToObj(sios::get);
    }
}
