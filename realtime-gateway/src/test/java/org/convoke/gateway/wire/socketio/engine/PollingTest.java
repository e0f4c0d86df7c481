package org.convoke.gateway.wire.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollingTest {

    private final Clients clients = new Clients();
    private PlainServer server;
    private PollingClient client;

    @BeforeEach
    void start() {
        server = PlainServer.serving(clients, PlainServer.PATIENT);
        client = PollingClient.open(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4hello", "4test1\u001e4test2\u001e4test3", "4hello\u001ebAQIDBA==", "4", "4é€😀"})
    void whatIsSaidComesBack(String payload) {
        HttpResponse<String> said = client.post(payload);
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body()).isEqualTo("ok");
        HttpResponse<String> heard = client.poll();
        assertThat(heard.statusCode()).isEqualTo(200);
        assertThat(heard.body()).isEqualTo(payload);
    }

    @Test
    void aRequestIsHeldUntilSomethingComes() {
        var held = client.polling();
        client.post("4first\u001e4second");
        assertThat(held.join().body()).isEqualTo("4first\u001e4second");
    }

    @Test
    void whatComesIsInOrderOverManyRequests() {
        String all = IntStream.range(0, 400).mapToObj(i -> "4" + i).collect(Collectors.joining("\u001e"));
        StringBuilder heard = new StringBuilder();
        client.post(all);
        while (heard.length() < all.length()) {
            heard.append(heard.isEmpty() ? "" : "\u001e").append(client.poll().body());
        }
        assertThat(heard).hasToString(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "4good\u001eabc", "2", "2probe", "5", "0{}", "b?", "4good\u001e"})
    void whatIsNoPacketEndsTheSession(String payload) {
        assertThat(client.post(payload).statusCode()).isEqualTo(400);
        isUnknown();
        assertThat(clients.reason()).isEqualTo(EngineClose.BAD_PACKET);
        assertThat(clients.heard()).isEmpty();
    }

    @Test
    void whatIsNoTextEndsTheSession() {
        HttpResponse<String> answer = client.posting(BodyPublishers.ofByteArray(new byte[] {'4', (byte) 0xff}))
                .join();
        assertThat(answer.statusCode()).isEqualTo(400);
        isUnknown();
    }

    @Test
    void twoRequestsAtATimeEndTheSession() {
        var first = held();
        var second = client.polling();
        assertThat(second.join().statusCode()).isEqualTo(400);
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(first.join().body()).isEqualTo("1");
        isUnknown();
        assertThat(clients.reason()).isEqualTo(EngineClose.BAD_PACKET);
    }

    @Test
    void twoPostsAtATimeEndTheSession() throws IOException {
        try (RawRequest slow = RawRequest.to(server.port(), "POST", client.sid(), "Content-Length: 5")) {
            slow.say("4slo");
            await().until(() -> client.post("4quick").statusCode() == 400);
            slow.say("w");
            assertThat(slow.status()).isEqualTo(400);
        }
        isUnknown();
        assertThat(clients.heard()).doesNotContain("slow");
    }

    @Test
    void aConnectionServesOnAfterABodyThatNobodyWanted() throws IOException {
        int before = server.handled();
        try (RawRequest slow = RawRequest.to(server.port(), "POST", client.sid(), "Content-Length: 5")) {
            await().until(() -> server.handled() > before);
            isRefusedTwice();
        }
    }

    private void isRefusedTwice() throws IOException {
        String large = "x".repeat(600_000);
        try (RawRequest second =
                RawRequest.to(server.port(), "POST", client.sid(), "Content-Length: " + large.length())) {
            second.say(large);
            assertThat(second.status()).isEqualTo(400);
            second.ask("GET", client.sid(), "Accept: text/plain");
            assertThat(second.status()).isEqualTo(400);
        }
    }

    @Test
    void aPayloadOverTheLimitEndsTheSession() {
        assertThat(client.post("4" + "x".repeat(65_535)).statusCode()).isEqualTo(200);
        assertThat(client.post("4" + "x".repeat(65_536)).statusCode()).isEqualTo(413);
        isUnknown();
        assertThat(clients.reason()).isEqualTo(EngineClose.TOO_LARGE);
    }

    @Test
    void aClientMayLeave() {
        var held = held();
        assertThat(client.post("1").body()).isEqualTo("ok");
        assertThat(held.join().statusCode()).isEqualTo(200);
        assertThat(held.join().body()).isEqualTo("6");
        isUnknown();
        assertThat(clients.reason()).isEqualTo(EngineClose.BY_CLIENT);
    }

    @Test
    void aClientThatGoesWithoutAnAnswerIsLost() throws IOException {
        int before = server.handled();
        try (RawRequest held = RawRequest.to(server.port(), "GET", client.sid(), "Accept: */*")) {
            await().until(() -> server.handled() > before);
        }
        await().untilAsserted(() -> assertThat(clients.reason()).isEqualTo(EngineClose.LOST));
        isUnknown();
    }

    @Test
    void aClientThatGoesInTheMiddleOfASentenceIsLost() throws IOException {
        int before = server.handled();
        try (RawRequest half = RawRequest.to(server.port(), "POST", client.sid(), "Content-Length: 5")) {
            half.say("4slo");
            await().until(() -> server.handled() > before);
        }
        await().untilAsserted(() -> assertThat(clients.reason()).isEqualTo(EngineClose.LOST));
        assertThat(clients.heard()).isEmpty();
    }

    @Test
    void theApplicationEndsItBehindWhatWaits() {
        clients.socket().send(EngineMessage.of("last words"));
        clients.socket().close(new EngineClose(4200, "going away"));
        clients.socket().send(EngineMessage.of("too late"));
        await().until(() -> clients.reason() != null);
        assertThat(client.poll().body()).isEqualTo("4last words\u001e1");
        isUnknown();
        assertThat(clients.reason()).isEqualTo(new EngineClose(4200, "going away"));
    }

    @Test
    void aClientThatDoesNotPollIsBounded() {
        for (int i = 0; i < 512; i++) {
            assertThat(clients.socket().send(EngineMessage.of("x"))).isTrue();
        }
        assertThat(clients.socket().send(EngineMessage.of("x"))).isFalse();
        clients.socket().forget();
        clients.socket().close(new EngineClose(4201, "too slow"));
        await().until(() -> clients.reason() != null);
        assertThat(client.poll().body()).isEqualTo("1");
    }

    @Test
    void drainedIsWhenTheClientHasTakenIt() {
        CompletableFuture<Void> drained = new CompletableFuture<>();
        clients.socket().send(EngineMessage.of("x"));
        clients.socket().whenDrained(() -> drained.complete(null));
        assertThat(drained).isNotDone();
        client.poll();
        await().until(drained::isDone);
    }

    /** A request that the server has by now. */
    private CompletableFuture<HttpResponse<String>> held() {
        int before = server.handled();
        var held = client.polling();
        await().until(() -> server.handled() > before);
        return held;
    }

    private void isUnknown() {
        HttpResponse<String> answer = client.poll();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":1");
    }
}
