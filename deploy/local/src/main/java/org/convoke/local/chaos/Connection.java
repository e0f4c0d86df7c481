package org.convoke.local.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.convoke.local.demo.Unexpected;
import org.jspecify.annotations.Nullable;

/** One connection on gw.v1: signs in from the device's positions, answers and acknowledges, and ends when it is silent. */
final class Connection implements WebSocket.Listener {

    /** Shorter than a client would wait, so that a test need not. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Player player;
    private final DeviceLog log;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final StringBuilder partial = new StringBuilder();
    private CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private volatile boolean ready;
    private volatile long heardAt = System.nanoTime();
    private volatile long openedAt;
    private volatile Duration afterBye = Duration.ZERO;
    private @Nullable String acknowledged;

    Connection(Player player, DeviceLog log) {
        this.player = player;
        this.log = log;
    }

    /** Throws a {@link java.util.concurrent.CompletionException} when nobody lets it in. */
    void open(HttpClient client, URI gateway) {
        CompletableFuture<WebSocket> opening = client.newWebSocketBuilder()
                .subprotocols("gw.v1")
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(gateway, this);
        synchronized (this) {
            socket = opening.copy();
        }
        opening.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    boolean isReady() {
        return ready && ended.getCount() > 0;
    }

    long openedAt() {
        return openedAt;
    }

    /** @return how long the gateway wants to be left alone */
    Duration awaitEnd(BooleanSupplier unwanted) {
        try {
            while (!ended.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                Duration silent = Duration.ofNanos(System.nanoTime() - heardAt);
                if (unwanted.getAsBoolean() || silent.compareTo(SILENCE.multipliedBy(2)) > 0) {
                    abort();
                } else if (silent.compareTo(SILENCE) > 0) {
                    send("ping", data());
                } else {
                    acknowledge();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
        return afterBye;
    }

    private void acknowledge() {
        String at = log.inboxCursor();
        if (ready && !at.equals(acknowledged)) {
            acknowledged = at;
            send("ack", data().put("cur", at));
        }
    }

    /** What was heard is kept; nothing that is still under way is. */
    void abort() {
        ended.countDown();
        socket.thenAccept(WebSocket::abort);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last && ended.getCount() > 0) {
            hear(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void hear(String text) {
        heardAt = System.nanoTime();
        JsonNode frame = json(text);
        JsonNode data = frame.path("d");
        String type = frame.path("t").asText();
        log.hear(type, data, heardAt);
        switch (type) {
            case "hello" -> send("auth", log.auth(player.token()));
            case "ready" -> {
                openedAt = heardAt;
                ready = true;
            }
            case "ping" -> send("pong", data());
            case "token.expiring" -> send("refresh", data().put("token", player.token()));
            case "bye" -> afterBye = Duration.ofMillis(data.path("afterMs").asLong());
            default -> {} // the log's business alone
        }
    }

    /** One after the other, as the client wants it. */
    private synchronized void send(String type, ObjectNode data) {
        ObjectNode frame = data().put("t", type);
        frame.set("d", data);
        if (type.equals("refresh")) {
            frame.put("id", 1);
        }
        socket = socket.thenCompose(open -> open.sendText(frame.toString(), true));
    }

    private static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode json(String text) {
        try {
            return Rest.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Unexpected("a frame that is no JSON: " + text, e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        ended.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        ended.countDown();
    }
}
