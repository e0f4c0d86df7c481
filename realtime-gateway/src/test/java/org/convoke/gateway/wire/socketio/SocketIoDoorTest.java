package org.convoke.gateway.wire.socketio;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.convoke.gateway.stream.RedisLink;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.Script;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.wire.Departure;
import org.convoke.gateway.wire.socketio.engine.Echo;
import org.convoke.gateway.wire.socketio.engine.EngineClose;
import org.convoke.gateway.wire.socketio.engine.EngineSocket;
import org.convoke.gateway.wire.socketio.engine.PlainServer;
import org.convoke.gateway.wire.socketio.engine.SessionId;
import org.convoke.gateway.wire.socketio.engine.SocketClient;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The door within the gateway, and another pod beside it that knows it by Redis alone. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestProfile(EchoInTheGateway.class)
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class SocketIoDoorTest {

    private static final String PATH = "/socket.io/?EIO=4&transport=polling";
    private static final String BY_SOCKET = "/socket.io/?EIO=4&transport=websocket";

    @TestHTTPResource
    URL url;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Inject
    RedisLinks redis;

    @Inject
    Vertx vertx;

    @Inject
    SocketIoDoor door;

    @Inject
    Departure departure;

    @BeforeEach
    void sendEverybodyAway() {
        for (EngineSocket socket : door.sockets()) {
            socket.close(EngineClose.BY_CLIENT);
            // Whoever does not take the end is waited for.
            get("&sid=" + socket.id());
        }
        await().until(() -> door.sockets().isEmpty());
    }

    @Test
    void theHandshakeSaysTheGatewaysLimits() {
        JsonObject opening =
                new JsonObject(get("").statusCode(200).extract().asString().substring(1));
        assertThat(opening.getMap())
                .containsEntry("pingInterval", 25_000)
                .containsEntry("pingTimeout", 10_000)
                .containsEntry("maxPayload", 65_536)
                .containsKeys("sid", "upgrades")
                .hasSize(5);
    }

    @Test
    void whatIsSaidComesBackByPollingAndThenByWebSocket() {
        String sid = opened();
        post(sid, "4hello\u001ebAQIDBA==").statusCode(200).body(equalTo("ok"));
        get("&sid=" + sid).statusCode(200).body(equalTo("4hello\u001ebAQIDBA=="));
        post(sid, "4" + "x".repeat(65_535)).statusCode(200);
        get("&sid=" + sid).statusCode(200).body(equalTo("4" + "x".repeat(65_535)));
        try (SocketClient socket = SocketClient.at(url.getPort(), BY_SOCKET + "&sid=" + sid, Map.of())) {
            assertThat(socket.say("2probe").text()).isEqualTo("3probe");
            assertThat(socket.say("5", "4hello").text()).isEqualTo("4hello");
            assertThat(socket.say(new byte[] {1, 2}).bytes()).containsExactly(1, 2);
        }
    }

    @Test
    void aPayloadOverTheLimitEndsIt() {
        String sid = opened();
        post(sid, "4" + "x".repeat(65_536)).statusCode(413);
        get("&sid=" + sid).statusCode(400);
        try (SocketClient socket = opening()) {
            socket.say("4" + "x".repeat(70_000));
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void itsOriginsAreThoseOfTheGateway() {
        given().header("Origin", "https://friend.example")
                .get(PATH)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://friend.example");
        given().header("Origin", "https://stranger.example").get(PATH).then().statusCode(403);
        given().header("Origin", "https://friend.example")
                .header("Access-Control-Request-Method", "POST")
                .options(PATH)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Credentials", "true");
        assertThat(SocketClient.refusedAt(url.getPort(), BY_SOCKET, Map.of("Origin", "https://stranger.example")))
                .isEqualTo(403);
    }

    @Test
    void itsConnectionsAreCountedHoweverTheyAreHeld() {
        String sid = opened();
        try (SocketClient socket = opening()) {
            assertThat(meter("convoke_gateway_connections{wire=\"socketio\"}")).isEqualTo(2);
            double ended = meter("convoke_gateway_closes_total{code=\"1000\",wire=\"socketio\"}");
            post(sid, "1");
            socket.say("1");
            assertThat(socket.closeCode()).isEqualTo(1000);
            await().untilAsserted(
                            () -> assertThat(meter("convoke_gateway_closes_total{code=\"1000\",wire=\"socketio\"}"))
                                    .isEqualTo(ended + 2));
        }
        await().untilAsserted(() -> assertThat(door.sockets()).isEmpty());
    }

    @Test
    void podsFindEachOthersSessions() {
        AtomicInteger port = new AtomicInteger();
        PodDirectory pods = new PodDirectory(redis, vertx, () -> Optional.of("localhost:" + port));
        try (PlainServer other = PlainServer.pod(new Echo(), pods, "/socket.io/")) {
            port.set(other.port());
            pods.start(new StartupEvent());
            isHeardThrough(other.port(), opened(url.getPort()), url.getPort());
            isHeardThrough(url.getPort(), opened(other.port()), other.port());
        }
    }

    /** What is said at one pod is heard at the pod of the session. */
    private static void isHeardThrough(int port, String sid, int owner) {
        await().ignoreExceptions()
                .untilAsserted(() -> post(port, sid, "4hello").statusCode(200).body(equalTo("ok")));
        get(owner, "&sid=" + sid).statusCode(200).body(equalTo("4hello"));
    }

    @Test
    void theSessionOfAPodThatIsGoneIsUnknown() {
        String key = SessionId.newKey();
        String tag = new StreamName("pods").tag();
        RedisLink link = redis.open();
        assertThat(known(link, Script.PODS.on(tag, List.of("200", key + " localhost:1"))))
                .contains(key);
        get(url.getPort(), "&sid=" + key + "x".repeat(24)).statusCode(400).body("code", equalTo(1));
        await().until(() -> !known(link, Script.PODS.on(tag, List.of("200"))).contains(key));
    }

    /** The last: the pod does not come back. */
    @Test
    @Order(Integer.MAX_VALUE)
    void nobodyComesInAnyMoreAndWhoIsHereIsServedToTheEnd() {
        String sid = new JsonObject(given().get(PATH).asString().substring(1)).getString("sid");
        departure.begin(1);
        given().get(PATH).then().statusCode(503).header("Retry-After", notNullValue());
        assertThat(SocketClient.refusedAt(url.getPort(), BY_SOCKET, Map.of())).isEqualTo(503);
        given().contentType("text/plain; charset=UTF-8")
                .body("4hello")
                .post(PATH + "&sid=" + sid)
                .then()
                .statusCode(200);
        given().get(PATH + "&sid=" + sid).then().statusCode(200).body(equalTo("4hello"));
    }

    private static String known(RedisLink link, Script.Call call) {
        return link.run(call).toCompletionStage().toCompletableFuture().join().toString();
    }

    private ValidatableResponse get(String more) {
        return get(url.getPort(), more);
    }

    private static ValidatableResponse get(int port, String more) {
        return given().port(port).get(PATH + more).then();
    }

    private ValidatableResponse post(String sid, String payload) {
        return post(url.getPort(), sid, payload);
    }

    private static ValidatableResponse post(int port, String sid, String payload) {
        return given().port(port)
                .contentType("text/plain; charset=UTF-8")
                .body(payload)
                .post(PATH + "&sid=" + sid)
                .then();
    }

    private String opened() {
        return opened(url.getPort());
    }

    private static String opened(int port) {
        return new JsonObject(get(port, "").extract().asString().substring(1)).getString("sid");
    }

    private SocketClient opening() {
        SocketClient socket = SocketClient.at(url.getPort(), BY_SOCKET, Map.of());
        assertThat(socket.text()).startsWith("0{");
        return socket;
    }

    private double meter(String name) {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }
}
