package org.convoke.gateway.wire.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two pods; the session is of the first, and its requests come to the second. */
class ForwardingTest {

    private final Map<String, SocketAddress> addresses = new ConcurrentHashMap<>();
    private final Clients clients = new Clients();
    private PlainServer owner;
    private PlainServer other;
    private PollingClient atOwner;
    private PollingClient client;

    /** A pod that finds the others by what the test has written down. */
    private record Known(String key, Map<String, SocketAddress> addresses) implements Pods {

        @Override
        public Future<Optional<SocketAddress>> find(String wanted) {
            return Future.succeededFuture(Optional.ofNullable(addresses.get(wanted)));
        }
    }

    @BeforeEach
    void start() {
        owner = pod(clients);
        other = pod(new Clients());
        atOwner = PollingClient.open(owner.port());
        client = atOwner.at(other.port());
    }

    private PlainServer pod(Clients application) {
        Known pods = new Known(SessionId.newKey(), addresses);
        PlainServer pod = PlainServer.serving(application, PlainServer.PATIENT, PlainServer.OPEN, pods);
        addresses.put(pods.key(), SocketAddress.inetSocketAddress(pod.port(), "localhost"));
        return pod;
    }

    @AfterEach
    void stop() {
        owner.close();
        other.close();
    }

    @Test
    void whatIsSaidAtOnePodIsHeardAtTheOther() {
        assertThat(client.post("4hello\u001ebAQIDBA==").body()).isEqualTo("ok");
        HttpResponse<String> heard = client.poll();
        assertThat(heard.body()).isEqualTo("4hello\u001ebAQIDBA==");
        assertThat(heard.headers().firstValue("content-type")).hasValue("text/plain; charset=UTF-8");
        assertThat(heard.headers().allValues("content-length")).hasSize(1);
        assertThat(other.engine().sockets()).isEmpty();
    }

    @Test
    void aRequestIsHeldThere() {
        int before = owner.handled();
        var held = client.polling();
        await().until(() -> owner.handled() > before);
        client.post("4hello");
        assertThat(held.join().body()).isEqualTo("4hello");
    }

    @Test
    void manyAreHeldAtATime() {
        var all = IntStream.range(0, 50)
                .mapToObj(i -> PollingClient.open(owner.port()).at(other.port()))
                .toList();
        int before = owner.handled();
        var held = all.stream().map(PollingClient::polling).toList();
        await().until(() -> owner.handled() == before + 50);
        all.forEach(each -> each.post("4hello"));
        held.forEach(each -> assertThat(each.join().body()).isEqualTo("4hello"));
    }

    @Test
    void aClientThatGoesThereIsLostHere() throws Exception {
        int before = owner.handled();
        try (RawRequest held = RawRequest.to(other.port(), "GET", client.sid(), "Accept: */*")) {
            await().until(() -> owner.handled() > before);
        }
        await().untilAsserted(() -> assertThat(clients.reason()).isEqualTo(EngineClose.LOST));
    }

    @Test
    void rulesAreKeptOverThePods() {
        int before = owner.handled();
        var first = client.polling();
        await().until(() -> owner.handled() > before);
        assertThat(atOwner.poll().statusCode()).isEqualTo(400);
        assertThat(first.join().body()).isEqualTo("1");
        isUnknown(client.poll());
    }

    @Test
    void aWebSocketTakesOverThroughTheOtherPod() {
        try (SocketClient socket = SocketClient.upgrade(other.port(), client.sid())) {
            assertThat(socket.say("2probe").text()).isEqualTo("3probe");
            assertThat(client.poll().body()).isEqualTo("6");
            assertThat(socket.say("5", "4hello").text()).isEqualTo("4hello");
            assertThat(socket.say(new byte[] {1, 2}).bytes()).containsExactly(1, 2);
            clients.socket().close(new EngineClose(4200, "going away"));
            assertThat(socket.closeCode()).isEqualTo(4200);
        }
        await().until(() -> owner.engine().sockets().isEmpty());
    }

    @Test
    void theBrowserIsToldOnceThatItsPageMay() {
        HttpResponse<String> answer = PollingClient.send(
                        PollingClient.to(other.port(), "?EIO=4&transport=polling&sid=" + client.sid())
                                .header("Origin", "https://friend.example")
                                .POST(BodyPublishers.ofString("4hello")))
                .join();
        assertThat(answer.body()).isEqualTo("ok");
        assertThat(answer.headers().allValues("access-control-allow-origin")).containsExactly("https://friend.example");
    }

    @Test
    void aWebSocketThatDiesThereIsLostHere() {
        try (SocketClient socket = SocketClient.upgrade(other.port(), client.sid())) {
            socket.say("2probe");
            assertThat(socket.text()).isEqualTo("3probe");
            socket.say("5", "4hello");
            assertThat(socket.text()).isEqualTo("4hello");
        }
        await().untilAsserted(() -> assertThat(clients.reason()).isEqualTo(EngineClose.LOST));
    }

    @Test
    void theSessionOfAPodThatIsGoneIsUnknown() {
        owner.close();
        isUnknown(client.poll());
        isUnknown(client.post("4hello"));
        assertThat(SocketClient.refused(other.port(), "?EIO=4&transport=websocket&sid=" + client.sid(), Map.of()))
                .isEqualTo(400);
    }

    @Test
    void theSessionOfAPodThatNeverWasIsUnknown() {
        isUnknown(PollingClient.of(other.port(), SessionId.next(SessionId.newKey()))
                .poll());
    }

    @Test
    void aRequestGoesOneHopAndNoFurther() {
        // The pod of the session is the other's by its address, so that it would go round in a circle.
        String nobody = SessionId.newKey();
        addresses.put(nobody, SocketAddress.inetSocketAddress(owner.port(), "localhost"));
        int before = owner.handled();
        isUnknown(PollingClient.of(other.port(), SessionId.next(nobody)).poll());
        assertThat(owner.handled()).isEqualTo(before + 1);
    }

    private static void isUnknown(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":1");
    }
}
