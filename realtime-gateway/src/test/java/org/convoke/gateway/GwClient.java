package org.convoke.gateway;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.convoke.parts.RealParts;

/** A client of gw.v1 that keeps all it hears, and answers as long as it reads. */
public final class GwClient implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private volatile int closeCode = -1;
    private volatile boolean reading = true;

    /** Greeted, not signed in. */
    public static GwClient connect(int port) {
        return connect(port, Map.of(), "gw.v1");
    }

    public static GwClient connect(int port, Map<String, String> headers, String protocol) {
        GwClient client = new GwClient();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols(protocol);
        headers.forEach(builder::header);
        client.socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/ws/v1"), client)
                .join();
        return client;
    }

    public static GwClient signedIn(int port, String user, String device) {
        return signedIn(port, user, device, null, Map.of());
    }

    public static GwClient signedIn(int port, String user, String device, String cursor, Map<String, String> channels) {
        GwClient client = connect(port);
        ObjectNode data = JSON.createObjectNode().put("token", token(user)).put("device", device);
        if (cursor != null) {
            data.put("cursor", cursor);
        }
        channels.forEach(data.putObject("channels")::put);
        client.send("auth", 1, data);
        client.frame("ready", any -> true);
        return client;
    }

    public static String token(String user) {
        return RealParts.issuer().token(user).username(user).mint();
    }

    public static ObjectNode data() {
        return JSON.createObjectNode();
    }

    public void send(String type, long id, ObjectNode data) {
        ObjectNode frame = JSON.createObjectNode().put("t", type).put("id", id);
        frame.set("d", data);
        raw(frame.toString());
    }

    public void raw(String text) {
        socket.sendText(text, true).join();
    }

    /** The first frame of that type whose data fits, here already or to come. */
    public JsonNode frame(String type, Predicate<JsonNode> fits) {
        return await(type)
                .atMost(Duration.ofSeconds(15))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> frames.stream()
                                .filter(frame -> frame.path("t").asText().equals(type) && fits.test(frame.path("d")))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow()
                .path("d");
    }

    public JsonNode event(String name, Predicate<JsonNode> payload) {
        return frame("evt", data -> data.path("n").asText().equals(name) && payload.test(data.path("p")));
    }

    public List<JsonNode> events(String name) {
        return frames.stream()
                .filter(frame -> frame.path("t").asText().equals("evt")
                        && frame.path("d").path("n").asText().equals(name))
                .map(frame -> frame.path("d"))
                .toList();
    }

    public List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    public JsonNode reply(long id) {
        return await("reply to " + id)
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> frames.stream()
                                .filter(frame -> frame.path("id").asLong() == id)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    public int closeCode(Duration atMost) {
        await("close")
                .atMost(atMost)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> closeCode != -1);
        return closeCode;
    }

    /** Takes nothing more from the network, until its buffers are full. */
    public void stopReading() {
        reading = false;
    }

    /** Gone without a goodbye. */
    public void cut() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            try {
                take(JSON.readTree(partial.toString()), from);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            partial.setLength(0);
        }
        if (reading) {
            from.request(1);
        }
        return null;
    }

    /** Keeps it, and gives a sign of life where one is asked for. */
    private void take(JsonNode frame, WebSocket from) {
        frames.add(frame);
        if (frame.path("t").asText().equals("ping")) {
            from.sendText("{\"t\":\"pong\"}", true);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
