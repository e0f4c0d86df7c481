package org.convoke.gateway.wire.gw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.RawSocket;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

/** What a client may do only so often, so much or so many times. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class LimitsTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int MIB = 1 << 20;

    @TestHTTPResource
    URL url;

    private final String ada = someone("ada");

    @Test
    void aFloodIs111AndThen4102WithFlatHeap() {
        String frame = padded("x", 15_000);
        long before = usedHeap();
        try (GwClient client = signedIn()) {
            long start = System.nanoTime();
            int sent = flood(client, frame);
            assertThat(client.closeCode(SOON)).isEqualTo(4102);
            JsonNode warning = client.frame("err", data -> data.path("code").asInt() == 111);
            assertThat(warning.path("afterMs").asInt()).isBetween(1, 1000);
            assertThat(warning.path("retry").asBoolean()).isTrue();
            assertThat(client.frames().stream()
                            .filter(each -> each.path("t").asText().equals("pong")))
                    .as("answers to %d frames", sent)
                    .hasSizeLessThanOrEqualTo(60
                            + 20
                                    * (int) (1
                                            + Duration.ofNanos(System.nanoTime() - start)
                                                    .toSeconds()));
            assertThat(usedHeap() - before).isLessThan(48L * MIB);
        }
    }

    private static int flood(GwClient client, String frame) {
        for (int i = 0; i < 20_000; i++) {
            try {
                client.raw(frame);
            } catch (RuntimeException closed) {
                return i;
            }
        }
        return 20_000;
    }

    @Test
    void whoWaitsAsLongAsToldIsHeardAgain() throws InterruptedException {
        try (GwClient client = signedIn()) {
            for (int i = 0; i < 75; i++) {
                client.send("ping", 100 + i, GwClient.data());
            }
            client.frame("err", data -> data.path("code").asInt() == 111);
            await().pollDelay(Duration.ofMillis(1000)).until(() -> true);
            client.send("ping", 7, GwClient.data());
            assertThat(client.reply(7).path("t").asText()).isEqualTo("pong");
        }
    }

    @Test
    void theEleventhSessionIs4005() {
        List<GwClient> ten = IntStream.range(0, 10)
                .mapToObj(i -> GwClient.signedIn(url.getPort(), ada, "device-" + i))
                .toList();
        try (GwClient client = GwClient.connect(url.getPort())) {
            client.send(
                    "auth", 1, GwClient.data().put("token", GwClient.token(ada)).put("device", "eleventh"));
            assertThat(client.closeCode(SOON)).isEqualTo(4005);
        }
        ten.forEach(GwClient::close);
    }

    @Test
    void tooManyHandshakesAre503WithRetryAfter() {
        try {
            List<Integer> waits = IntStream.range(0, 400)
                    .parallel()
                    .mapToObj(i -> turnedAway())
                    .filter(wait -> wait > 0)
                    .toList();
            assertThat(waits).isNotEmpty().allMatch(wait -> wait >= 1 && wait <= 30);
        } finally {
            await().atMost(SOON).until(() -> upgrade() == 101);
        }
    }

    private int turnedAway() {
        try (RawSocket socket = RawSocket.open(url.getPort())) {
            assertThat(socket.status()).isIn(101, 503);
            return socket.status() == 503 ? Integer.parseInt(socket.header("Retry-After")) : 0;
        }
    }

    private int upgrade() {
        try (RawSocket socket = RawSocket.open(url.getPort())) {
            return socket.status();
        }
    }

    /** A ping of so many characters, all but a few of them that one. */
    private static String padded(String filling, int length) {
        String frame = "{\"t\":\"ping\",\"d\":\"\"}";
        return frame.replace("\"\"", '"' + filling.repeat(length - frame.length()) + '"');
    }

    private static int code(JsonNode frame) {
        return frame.path("d").path("code").asInt();
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private GwClient signedIn() {
        return GwClient.signedIn(url.getPort(), ada, "phone");
    }
}
