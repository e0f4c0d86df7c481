package org.convoke.gateway.wire.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final String FRIEND = "https://friend.example";
    private static final String STRANGER = "https://stranger.example";
    private static final String HANDSHAKE = "?EIO=4&transport=polling";
    private static final String BY_SOCKET = "?EIO=4&transport=websocket";

    private volatile long wait;
    private PlainServer server;

    @BeforeEach
    void start() {
        server = PlainServer.serving(new Echo(), PlainServer.PATIENT, new OfFriends(), Pods.alone());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private final class OfFriends implements Admission {

        @Override
        public boolean isAllowed(String origin, @Nullable String ownHost) {
            return origin.equals(FRIEND) || origin.equals("http://" + ownHost);
        }

        @Override
        public long take() {
            return wait;
        }
    }

    @Test
    void aPageOfAFriendMayPollWithItsCredentials() {
        HttpResponse<String> answer = from(FRIEND, "GET", HANDSHAKE);
        assertThat(answer.statusCode()).isEqualTo(200);
        letsIn(answer, FRIEND);
        String sid = PollingClient.opening(answer.body()).getString("sid");
        HttpResponse<String> said = PollingClient.send(PollingClient.to(server.port(), HANDSHAKE + "&sid=" + sid)
                        .header("Origin", FRIEND)
                        .POST(BodyPublishers.ofString("4hello")))
                .join();
        assertThat(said.body()).isEqualTo("ok");
        letsIn(said, FRIEND);
    }

    @Test
    void anErrorIsReadByAFriendToo() {
        HttpResponse<String> answer = from(FRIEND, "GET", HANDSHAKE + "&sid=unknown");
        assertThat(answer.statusCode()).isEqualTo(400);
        letsIn(answer, FRIEND);
    }

    @Test
    void aBrowserIsToldWhatAFriendMaySend() {
        HttpResponse<String> answer = PollingClient.send(PollingClient.to(server.port(), HANDSHAKE + "&sid=any")
                        .header("Origin", FRIEND)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type,authorization")
                        .method("OPTIONS", BodyPublishers.noBody()))
                .join();
        assertThat(answer.statusCode()).isEqualTo(204);
        letsIn(answer, FRIEND);
        assertThat(answer.headers().firstValue("access-control-allow-methods")).hasValue("GET,POST");
        assertThat(answer.headers().firstValue("access-control-allow-headers")).hasValue("content-type,authorization");
        assertThat(answer.headers().firstValue("access-control-max-age")).hasValue("600");
    }

    @Test
    void aPageOfAStrangerMayNothing() {
        for (String method : new String[] {"GET", "POST", "OPTIONS"}) {
            HttpResponse<String> answer = from(STRANGER, method, HANDSHAKE);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .isEmpty();
        }
        assertThat(from("null", "GET", HANDSHAKE).statusCode()).isEqualTo(403);
        assertThat(server.engine().sockets()).isEmpty();
    }

    @Test
    void aPageOfOurOwnNeedsNoFriends() {
        assertThat(from("http://localhost:" + server.port(), "GET", HANDSHAKE).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWebSocketIsForFriendsToo() {
        assertThat(SocketClient.refused(server.port(), BY_SOCKET, Map.of("Origin", STRANGER)))
                .isEqualTo(403);
        try (SocketClient friend = SocketClient.to(server.port(), BY_SOCKET, Map.of("Origin", FRIEND))) {
            assertThat(friend.text()).startsWith("0{");
        }
    }

    @Test
    void aStrangerDoesNotTakeOverASession() {
        String sid = PollingClient.open(server.port()).sid();
        assertThat(SocketClient.refused(server.port(), BY_SOCKET + "&sid=" + sid, Map.of("Origin", STRANGER)))
                .isEqualTo(403);
    }

    @Test
    void whoComesWhenTooManyComeIsToldWhenToComeAgain() {
        PollingClient here = PollingClient.open(server.port());
        wait = 7;
        HttpResponse<String> answer = from(FRIEND, "GET", HANDSHAKE);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("7");
        letsIn(answer, FRIEND);
        assertThat(SocketClient.refused(server.port(), BY_SOCKET, Map.of())).isEqualTo(503);
        assertThat(here.post("4hello").statusCode()).isEqualTo(200);
        try (SocketClient socket = SocketClient.upgrade(server.port(), here.sid())) {
            assertThat(socket.say("2probe").text()).isEqualTo("3probe");
        }
    }

    private static void letsIn(HttpResponse<String> answer, String origin) {
        assertThat(answer.headers().allValues("access-control-allow-origin")).containsExactly(origin);
        assertThat(answer.headers().allValues("access-control-allow-credentials"))
                .containsExactly("true");
        assertThat(answer.headers().allValues("vary")).anyMatch("origin"::equalsIgnoreCase);
    }

    private HttpResponse<String> from(String origin, String method, String query) {
        return PollingClient.send(PollingClient.to(server.port(), query)
                        .header("Origin", origin)
                        .method(method, BodyPublishers.noBody()))
                .join();
    }
}
