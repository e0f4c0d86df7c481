package org.convoke.gateway.wire.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class UpgradeTest {

    private static final int MANY = 3_000;

    private final Clients clients = new Clients();
    private PlainServer server;
    private PollingClient polling;

    @BeforeEach
    void start() {
        server = PlainServer.serving(clients, PlainServer.QUICK_UPGRADE);
        polling = PollingClient.open(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aWebSocketTakesOver() {
        try (SocketClient socket = probed()) {
            assertThat(polling.poll().body()).isEqualTo("6");
            assertThat(socket.say("5", "4hello").text()).isEqualTo("4hello");
        }
        await().untilAsserted(() -> assertThat(clients.reason()).isEqualTo(EngineClose.LOST));
    }

    @Test
    void aRequestThatIsHeldIsLetGo() {
        CompletableFuture<HttpResponse<String>> held = held();
        try (SocketClient socket = probed()) {
            assertThat(held.join().body()).isEqualTo("6");
            socket.say("5");
            clients.socket().send(EngineMessage.of("by socket"));
            assertThat(socket.text()).isEqualTo("4by socket");
        }
    }

    @Test
    void aRequestThatCameMeanwhileIsLetGoToo() {
        try (SocketClient socket = SocketClient.upgrade(server.port(), polling.sid())) {
            CompletableFuture<HttpResponse<String>> held = held();
            socket.say("2probe");
            assertThat(socket.text()).isEqualTo("3probe");
            assertThat(held.join().body()).isEqualTo("6");
        }
    }

    @Test
    void pollingIsOverAfterIt() {
        try (SocketClient socket = upgraded()) {
            HttpResponse<String> answer = polling.poll();
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":3");
            assertThat(polling.post("4by polling").statusCode()).isEqualTo(400);
            assertThat(socket.say("4hello").text()).isEqualTo("4hello");
        }
    }

    @Test
    void aSecondWebSocketIsRefusedAfterIt() {
        try (SocketClient socket = upgraded();
                SocketClient second = SocketClient.upgrade(server.port(), polling.sid())) {
            assertThat(second.closeCode()).isEqualTo(1008);
            assertThat(socket.say("4hello").text()).isEqualTo("4hello");
        }
    }

    @Test
    void aSecondWebSocketIsRefusedWhileOneTries() {
        try (SocketClient socket = probed();
                SocketClient second = SocketClient.upgrade(server.port(), polling.sid())) {
            assertThat(second.closeCode()).isEqualTo(1008);
            assertThat(socket.say("5", "4hello").text()).isEqualTo("4hello");
        }
    }

    @Test
    void whatWaitsComesByTheWebSocket() {
        clients.socket().send(EngineMessage.of("early"));
        try (SocketClient socket = upgraded()) {
            clients.socket().send(EngineMessage.of("late"));
            assertThat(socket.texts(2)).containsExactly("4early", "4late");
        }
    }

    @Test
    void whatComesWhileOneTriesIsPolled() {
        try (SocketClient socket = probed()) {
            clients.socket().send(EngineMessage.of("early"));
            await().until(() -> clients.socket().queued() == 1);
            assertThat(polling.poll().body()).isEqualTo("4early");
            socket.say("5");
            clients.socket().send(EngineMessage.of("late"));
            assertThat(socket.text()).isEqualTo("4late");
        }
    }

    /** As clients do it: they poll on until the probe is answered, and upgrade once no request is under way. */
    @RepeatedTest(5)
    void nothingIsLostOrRepeatedOrOutOfOrder() {
        List<String> heard = new ArrayList<>();
        List<String> expected = IntStream.range(0, MANY).mapToObj(i -> "4" + i).toList();
        try (ExecutorService speaker = Executors.newSingleThreadExecutor()) {
            speaker.submit(this::sayMany);
            poll(heard);
            try (SocketClient socket = SocketClient.upgrade(server.port(), polling.sid())) {
                socket.say("2probe");
                do {
                    poll(heard);
                } while (socket.hasHeardNothingMore());
                assertThat(socket.text()).isEqualTo("3probe");
                int polled = heard.size();
                assertThat(polled).isLessThan(MANY);
                socket.say("5");
                heard.addAll(socket.texts(MANY - polled));
            }
        }
        assertThat(heard).isEqualTo(expected);
    }

    private void poll(List<String> heard) {
        for (String packet : polling.poll().body().split("\u001e")) {
            if (packet.startsWith("4")) {
                heard.add(packet);
            }
        }
    }

    /** Faster than they can be polled, and no faster than they fit. */
    private void sayMany() {
        for (int i = 0; i < MANY; i++) {
            EngineMessage message = EngineMessage.of(Integer.toString(i));
            while (!clients.socket().send(message)) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void whatTheClientSaysKeepsItsOrder() {
        polling.post("4one\u001e4two");
        try (SocketClient socket = probed()) {
            polling.post("4three");
            socket.say("5", "4four", "4five");
            assertThat(socket.texts(5)).containsExactly("4one", "4two", "4three", "4four", "4five");
        }
        assertThat(clients.heard()).containsExactly("one", "two", "three", "four", "five");
    }

    @Test
    void aWebSocketThatDiesLeavesPollingAsItWas() {
        try (SocketClient socket = probed()) {
            socket.cut();
        }
        CompletableFuture<HttpResponse<String>> held = heldForGood();
        clients.socket().send(EngineMessage.of("still here"));
        assertThat(held.join().body()).isEqualTo("4still here");
        try (SocketClient again = upgraded()) {
            assertThat(again.say("4hello").text()).isEqualTo("4hello");
        }
    }

    @Test
    void aWebSocketThatTakesTooLongIsSentAway() {
        try (SocketClient socket = probed()) {
            assertThat(socket.closeCode()).isEqualTo(1008);
        }
        CompletableFuture<HttpResponse<String>> held = heldForGood();
        clients.socket().send(EngineMessage.of("still here"));
        assertThat(held.join().body()).isEqualTo("4still here");
    }

    @Test
    void aWebSocketThatSaysSomethingElseIsSentAway() {
        try (SocketClient unprobed = SocketClient.upgrade(server.port(), polling.sid())) {
            unprobed.say("5");
            assertThat(unprobed.closeCode()).isEqualTo(4000);
        }
        try (SocketClient hasty = probed()) {
            hasty.say("4hello");
            assertThat(hasty.closeCode()).isEqualTo(4000);
        }
        assertThat(clients.heard()).isEmpty();
        assertThat(clients.reason()).isNull();
    }

    @Test
    void theEndOfTheSessionIsTheEndOfTheWebSocketThatTries() {
        try (SocketClient socket = probed()) {
            polling.post("1");
            assertThat(socket.closeCode()).isEqualTo(1000);
        }
        assertThat(clients.reason()).isEqualTo(EngineClose.BY_CLIENT);
    }

    private SocketClient probed() {
        SocketClient socket = SocketClient.upgrade(server.port(), polling.sid());
        socket.say("2probe");
        assertThat(socket.text()).isEqualTo("3probe");
        return socket;
    }

    private SocketClient upgraded() {
        SocketClient socket = probed().say("5");
        await().until(() -> polling.poll().statusCode() == 400);
        return socket;
    }

    /** Once no WebSocket tries any more. */
    private CompletableFuture<HttpResponse<String>> heldForGood() {
        while (true) {
            CompletableFuture<HttpResponse<String>> held = polling.polling();
            try {
                assertThat(held.get(200, TimeUnit.MILLISECONDS).body()).isEqualTo("6");
            } catch (TimeoutException stillHeld) {
                return held;
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private CompletableFuture<HttpResponse<String>> held() {
        int before = server.handled();
        CompletableFuture<HttpResponse<String>> held = polling.polling();
        await().until(() -> server.handled() > before);
        return held;
    }
}
