package org.convoke.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One device of somebody on gw.v1: keeps all it hears, when, and how far it is in each channel. */
public final class Listener implements WebSocket.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Someone person;
    private final String device;
    private final List<Heard> frames = new ArrayList<>();
    private final Map<String, String> positions = new HashMap<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;
    private int closeCode = -1;

    /** A frame and when it came, in {@link System#nanoTime}. */
    public record Heard(String type, JsonNode data, long nanos) {

        public JsonNode payload() {
            return data.path("p");
        }
    }

    private Listener(Someone person, String device) {
        this.person = person;
        this.device = device;
    }

    /** Signed in and ready, from where this device was. */
    public static Listener connect(Someone person, String device) {
        return connect(person, device, Map.of());
    }

    private static Listener connect(Someone person, String device, Map<String, String> positions) {
        Listener listener = new Listener(person, device);
        try {
            listener.socket = person.api()
                    .client()
                    .newWebSocketBuilder()
                    .subprotocols("gw.v1")
                    .buildAsync(person.api().socket(), listener)
                    .join();
        } catch (CompletionException e) {
            throw new Unexpected(person.name() + " is not connected: " + e.getCause(), e);
        }
        listener.authenticate(positions);
        listener.frame("ready", any -> true);
        return listener;
    }

    private void authenticate(Map<String, String> positions) {
        ObjectNode data =
                Api.JSON.createObjectNode().put("token", person.token()).put("device", device);
        Map<String, String> channels = new HashMap<>(positions);
        Optional.ofNullable(channels.remove(inbox())).ifPresent(cursor -> data.put("cursor", cursor));
        channels.forEach(data.putObject("channels")::put);
        send("auth", data);
    }

    /** The same device again, resuming where this connection was. */
    public Listener reconnect() {
        synchronized (this) {
            return connect(person, device, Map.copyOf(positions));
        }
    }

    public void send(String type, ObjectNode data) {
        ObjectNode frame = Api.JSON.createObjectNode().put("t", type);
        frame.set("d", data);
        socket.sendText(frame.toString(), true).join();
    }

    /** The first frame of that type that fits, here already or still to come. */
    public synchronized Heard frame(String type, Predicate<JsonNode> fits) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (; ; ) {
            for (Heard heard : frames) {
                if (heard.type().equals(type) && fits.test(heard.data())) {
                    return heard;
                }
            }
            long left = end - System.nanoTime();
            if (left <= 0 || closeCode != -1) {
                throw new Unexpected(
                        person.name() + " got no " + type + (closeCode == -1 ? "" : ", closed with " + closeCode));
            }
            await(left);
        }
    }

    private void await(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    /** The first event of that name whose payload fits. */
    public Heard event(String name, Predicate<JsonNode> payload) {
        try {
            return frame("evt", data -> data.path("n").asText().equals(name) && payload.test(data.path("p")));
        } catch (Unexpected e) {
            throw new Unexpected(e.getMessage().replace("no evt", "no " + name), e);
        }
    }

    public Heard eventOf(String name, JsonNode invitation) {
        String id = invitation.path("id").asText();
        return event(
                name, payload -> payload.path("invitation").path("id").asText().equals(id));
    }

    public synchronized List<Heard> events(String name) {
        return frames.stream()
                .filter(heard -> heard.type().equals("evt")
                        && heard.data().path("n").asText().equals(name))
                .toList();
    }

    public synchronized boolean isClosed() {
        return closeCode != -1;
    }

    private String inbox() {
        return "u:" + person.id();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            hear(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private synchronized void hear(String text) {
        try {
            JsonNode frame = Api.JSON.readTree(text);
            JsonNode data = frame.path("d");
            if (frame.path("t").asText().equals("ping")) {
                send("pong", Api.JSON.createObjectNode());
            }
            if (data.has("cur")) {
                positions.put(data.path("ch").asText(), data.path("cur").asText());
            }
            frames.add(new Heard(frame.path("t").asText(), data, System.nanoTime()));
            notifyAll();
        } catch (JsonProcessingException e) {
            throw new Unexpected("a frame that is no JSON", e);
        }
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        notifyAll();
        return null;
    }

    @Override
    public synchronized void onError(WebSocket from, Throwable failure) {
        closeCode = 1006;
        notifyAll();
    }

    /** The connection is cut without a close. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
