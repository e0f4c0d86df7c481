package org.convoke.gateway.wire.gw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.events.GroupSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.RawSocket;
import org.convoke.gateway.Told;
import org.convoke.gateway.stream.Cursor;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything bad that a client can send, line by line as the invariants list it; too much of it is in {@link LimitsTest}. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class BadInputTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String OUR_PROTOCOL = "Sec-WebSocket-Protocol: gw.v1";

    @TestHTTPResource
    URL url;

    private final String ada = someone("ada");

    @Test
    void aForeignOriginIs403AtTheUpgrade() {
        for (String origin : List.of("https://elsewhere.example", "null", "http://localhost.elsewhere.example", "%")) {
            assertThat(upgrade(OUR_PROTOCOL + "\r\nOrigin: " + origin))
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(upgrade(OUR_PROTOCOL + "\r\nOrigin: http://localhost:5173")).isEqualTo(101);
        assertThat(upgrade(OUR_PROTOCOL)).isEqualTo(101);
    }

    @Test
    void anUnknownSubprotocolIs400AtTheUpgrade() {
        assertThat(upgrade("Sec-WebSocket-Protocol: gw.v99")).isEqualTo(400);
        assertThat(upgrade("X-None: of them")).isEqualTo(400);
        assertThat(upgrade("Sec-WebSocket-Protocol: gw.v99, gw.v1")).isEqualTo(101);
    }

    @Test
    void aFrameOver16KiBIs113AndTheSessionGoesOn() {
        try (GwClient client = signedIn()) {
            client.raw(padded("x", 16_384));
            client.send("ping", 7, GwClient.data());
            client.reply(7);
            assertThat(errors(client, 113)).isEmpty();
            client.raw(padded("x", 16_385));
            client.raw(padded("\u00fc", 9_000));
            client.send("ping", 8, GwClient.data());
            client.reply(8);
            assertThat(errors(client, 113)).hasSize(2);
        }
    }

    @Test
    void aFrameOver64KiBClosesWith1009() {
        try (GwClient client = signedIn()) {
            client.raw("x".repeat(65_537));
            assertThat(client.closeCode(SOON)).isEqualTo(1009);
        }
        try (RawSocket pieces = RawSocket.open(url.getPort())) {
            pieces.send(RawSocket.TEXT, false, new byte[40_000]);
            pieces.send(RawSocket.CONTINUATION, true, new byte[40_000]);
            assertThat(pieces.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void aBinaryFrameClosesWith1003() {
        try (RawSocket client = RawSocket.open(url.getPort())) {
            client.send(2, true, new byte[] {1, 2, 3});
            assertThat(client.closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void invalidUtf8ClosesWith1007() {
        try (RawSocket client = RawSocket.open(url.getPort())) {
            client.send(RawSocket.TEXT, true, new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'});
            assertThat(client.closeCode()).isEqualTo(1007);
        }
        try (RawSocket client = RawSocket.open(url.getPort())) {
            client.send(RawSocket.TEXT, true, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
            assertThat(client.closeCode()).as("a lone surrogate").isEqualTo(1007);
        }
        try (GwClient client = signedIn()) {
            client.raw("{\"t\":\"ping\",\"id\":7,\"x\":\"\u00fc \u20ac \ud83d\ude00 \ufffd\"}");
            assertThat(client.reply(7).path("t").asText()).isEqualTo("pong");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{",
                "[]",
                "7",
                "null",
                "{\"t\":\"ping\"} trailing",
                "{}",
                "{\"t\":7}",
                "{\"t\":\"dance\"}",
                "{\"t\":\"sub\"}",
                "{\"t\":\"sub\",\"d\":{\"ch\":7}}",
                "{\"t\":\"ack\",\"d\":{}}",
                "{\"t\":\"live\",\"d\":{\"g\":\"x\"}}",
                "{\"t\":\"ack\",\"d\":{\"cur\":\"no cursor\"}}"
            })
    void whatIsNotUnderstoodIs107(String text) {
        try (GwClient client = signedIn()) {
            client.raw(text);
            client.frame("err", data -> data.path("code").asInt() == 107);
            client.send("ping", 7, GwClient.data());
            client.reply(7);
        }
    }

    @Test
    void nestingWithoutEndIs107() {
        try (GwClient client = signedIn()) {
            client.raw("{\"t\":\"ping\",\"d\":" + "[".repeat(8000) + "]".repeat(8000) + "}");
            client.frame("err", data -> data.path("code").asInt() == 107);
        }
    }

    @Test
    void afterTenBadFramesTheNextClosesWith4000() {
        try (GwClient client = signedIn()) {
            for (int i = 0; i < 10; i++) {
                client.raw(i % 2 == 0 ? "{" : "{\"t\":\"dance\"}");
            }
            client.send("ping", 7, GwClient.data());
            client.reply(7);
            assertThat(errors(client, 107)).hasSize(10);
            client.raw("[]");
            assertThat(client.closeCode(SOON)).isEqualTo(4000);
        }
    }

    @Test
    void aForeignAndAnUnknownChannelAre103Alike() {
        try (Told told = new Told();
                GwClient client = signedIn()) {
            GroupSnapshot group = told.groupCreated(someone("eve"), "HIDDEN");
            client.send("sub", 2, GwClient.data().put("ch", "g:" + group.id()));
            client.send("sub", 3, GwClient.data().put("ch", "g:" + UUID.randomUUID()));
            client.send("sub", 4, GwClient.data().put("ch", "u:somebody"));
            client.send("sub", 5, GwClient.data().put("ch", "weather"));
            client.send(
                    "sub",
                    6,
                    GwClient.data().put("ch", "g:" + group.id().toString().toUpperCase()));
            assertThat(client.reply(2).path("d")).isEqualTo(client.reply(3).path("d"));
            assertThat(code(client.reply(3))).isEqualTo(103);
            assertThat(code(client.reply(4))).isEqualTo(103);
            assertThat(code(client.reply(5))).isEqualTo(102);
            assertThat(code(client.reply(6))).isEqualTo(102);
        }
    }

    @Test
    void aCursorThatIsNoneOfHersIsAReset() {
        String hers;
        String anothers;
        try (Told told = new Told();
                GwClient client = signedIn();
                GwClient other = GwClient.signedIn(url.getPort(), someone("eve"), "phone")) {
            String user = other.frame("ready", any -> true).path("user").asText();
            told.invited("host", ada);
            told.invited("host", user);
            anothers = other.frame("evt", data -> data.path("n").asText().equals("invitation:received"))
                    .path("cur")
                    .asText();
            hers = client.frame("evt", data -> data.path("n").asText().equals("invitation:received"))
                    .path("cur")
                    .asText();
        }
        Cursor mine = Cursor.parse(hers).orElseThrow();
        String forged = mine.epoch() + "." + mine.seq() + ".0123456789ab";
        String ahead = mine.epoch() + "." + (mine.seq() + 1000) + "." + mine.hash();
        String negative = mine.epoch() + ".-1." + mine.hash();
        for (String cursor : List.of(forged, ahead, negative, anothers, "", "garbage", "0.0.0.0", "9".repeat(200))) {
            try (GwClient client = GwClient.signedIn(url.getPort(), ada, "other", cursor, Map.of())) {
                JsonNode ready = client.frame("ready", any -> true);
                assertThat(ready.path("resume").path("kind").asText())
                        .as(cursor)
                        .isEqualTo("reset");
            }
        }
    }

    @Test
    void anAckBeyondTheTopMeansTheTop() {
        try (Told told = new Told()) {
            try (GwClient client = signedIn()) {
                told.invited("host", ada);
                String cur = client.frame("evt", data -> data.path("n").asText().equals("invitation:received"))
                        .path("cur")
                        .asText();
                Cursor mine = Cursor.parse(cur).orElseThrow();
                String beyond = mine.epoch() + "." + (mine.seq() + 1000) + "." + mine.hash();
                client.send("ack", 0, GwClient.data().put("cur", beyond));
                client.send("ping", 7, GwClient.data());
                client.reply(7);
            }
            told.invited("host", ada);
            try (GwClient client = signedIn()) {
                client.event("invitation:received", any -> true);
                client.frame("resumed", data -> data.path("count").asInt() == 1);
                assertThat(client.frame("ready", any -> true)
                                .path("resume")
                                .path("kind")
                                .asText())
                        .isEqualTo("replay");
            }
        }
    }

    private int upgrade(String header) {
        try (RawSocket socket = RawSocket.open(url.getPort(), header)) {
            return socket.status();
        }
    }

    /** A ping of so many characters, all but a few of them that one. */
    private static String padded(String filling, int length) {
        String frame = "{\"t\":\"ping\",\"d\":\"\"}";
        return frame.replace("\"\"", '"' + filling.repeat(length - frame.length()) + '"');
    }

    private static List<JsonNode> errors(GwClient client, int code) {
        return client.frames().stream().filter(frame -> code(frame) == code).toList();
    }

    private static int code(JsonNode frame) {
        return frame.path("d").path("code").asInt();
    }

    private GwClient signedIn() {
        return GwClient.signedIn(url.getPort(), ada, "phone");
    }
}
