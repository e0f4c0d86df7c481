package org.convoke.gateway.wire.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

    private static PlainServer server;

    @BeforeAll
    static void start() {
        server = PlainServer.serving(new Echo(), PlainServer.QUICK);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void pollingBeginsWithFiveKeys() {
        HttpResponse<String> answer = PollingClient.get(server.port(), "?EIO=4&transport=polling");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain; charset=UTF-8");
        isTheHandshake(PollingClient.opening(answer.body()), JsonArray.of("websocket"));
    }

    @Test
    void aWebSocketBeginsWithFiveKeysAndNothingToUpgradeTo() {
        try (SocketClient client = SocketClient.to(server.port(), "?EIO=4&transport=websocket")) {
            isTheHandshake(PollingClient.opening(client.text()), JsonArray.of());
        }
    }

    private static void isTheHandshake(JsonObject opening, JsonArray upgrades) {
        assertThat(opening.fieldNames())
                .containsExactlyInAnyOrder("sid", "upgrades", "pingInterval", "pingTimeout", "maxPayload");
        assertThat(opening.getString("sid")).matches("[A-Za-z0-9_-]{32}");
        assertThat(opening.getJsonArray("upgrades")).isEqualTo(upgrades);
        assertThat(opening.getInteger("pingInterval")).isEqualTo(300);
        assertThat(opening.getInteger("pingTimeout")).isEqualTo(200);
        assertThat(opening.getInteger("maxPayload")).isEqualTo(1_000_000);
    }

    @Test
    void twoSessionsHaveDifferentIds() {
        assertThat(PollingClient.open(server.port()).sid())
                .isNotEqualTo(PollingClient.open(server.port()).sid());
    }

    @ParameterizedTest
    @CsvSource({
        "'?transport=polling', 5, Unsupported protocol version",
        "'?EIO=abc&transport=polling', 5, Unsupported protocol version",
        "'?EIO=3&transport=polling', 5, Unsupported protocol version",
        "'?EIO=4', 0, Transport unknown",
        "'?EIO=4&transport=abc', 0, Transport unknown",
        "'?EIO=4&transport=websocket', 3, Bad request",
        "'?EIO=4&transport=polling&sid=abc', 1, Session ID unknown",
        "'?EIO=4&transport=polling&sid=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 1, Session ID unknown",
        "'?EIO=4&transport=websocket&sid=abc', 1, Session ID unknown",
    })
    void aRequestThatIsNoneIsRefusedInTheWordsOfTheOriginal(String query, int code, String message) {
        isRefused(PollingClient.get(server.port(), query), code, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void aHandshakeIsAGet(String method) {
        isRefused(
                PollingClient.send(PollingClient.to(server.port(), "?EIO=4&transport=polling")
                                .method(method, BodyPublishers.noBody()))
                        .join(),
                2,
                "Bad handshake method");
    }

    @Test
    void aSessionIsAskedByGetAndPostAlone() {
        PollingClient client = PollingClient.open(server.port());
        isRefused(
                PollingClient.send(PollingClient.to(server.port(), "?EIO=4&transport=polling&sid=" + client.sid())
                                .PUT(BodyPublishers.ofString("4hello")))
                        .join(),
                3,
                "Bad request");
    }

    @Test
    void aQueryThatIsNoneIsRefused() throws IOException {
        try (RawRequest request = RawRequest.to(server.port(), "GET", "%zz", "Accept: */*")) {
            assertThat(request.status()).isEqualTo(400);
        }
    }

    private static void isRefused(HttpResponse<String> answer, int code, String message) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(new JsonObject(answer.body())).isEqualTo(new JsonObject(Map.of("code", code, "message", message)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?transport=websocket",
                "?EIO=abc&transport=websocket",
                "?EIO=4",
                "?EIO=4&transport=abc",
                "?EIO=4&transport=websocket&sid=abc"
            })
    void aWebSocketThatAsksForNoSuchThingIsRefused(String query) {
        assertThat(SocketClient.refused(server.port(), query, Map.of())).isEqualTo(400);
    }
}
