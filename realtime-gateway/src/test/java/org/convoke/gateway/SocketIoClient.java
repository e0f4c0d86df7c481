package org.convoke.gateway;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client on Socket.IO over a WebSocket that keeps all it hears, and what socket.io-client keeps to go on. */
public final class SocketIoClient implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final int port;
    private final List<String> packets = new CopyOnWriteArrayList<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Map<Integer, JsonNode> acknowledgements = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile int closeCode = -1;
    private volatile long closedAt;
    private volatile boolean reading = true;
    private volatile @Nullable JsonNode welcome;
    private volatile @Nullable JsonNode refusal;
    private volatile boolean sentOut;
    private volatile @Nullable String offset;

    /** What the server has emitted; its offset stands last of the arguments. */
    public record Event(String name, ArrayNode arguments) {

        public JsonNode data() {
            return arguments.path(0);
        }

        public Optional<String> offset() {
            return Optional.ofNullable(arguments.path(arguments.size() - 1).textValue());
        }
    }

    private SocketIoClient(int port) {
        this.port = port;
        this.socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + port + "/socket.io/?EIO=4&transport=websocket"), this)
                .join();
    }

    /** In no namespace. */
    public static SocketIoClient connect(int port) {
        return new SocketIoClient(port);
    }

    public static SocketIoClient signedIn(int port, String user) {
        return signedIn(port, auth(user));
    }

    public static SocketIoClient signedIn(int port, ObjectNode auth) {
        SocketIoClient client = connect(port);
        client.signIn(auth);
        client.event("ready", any -> true);
        return client;
    }

    public static ObjectNode auth(String user) {
        return JSON.createObjectNode().put("token", GwClient.token(user));
    }

    public void signIn(ObjectNode auth) {
        raw("40" + auth);
    }

    /** A new connection that says what socket.io-client would say. */
    public SocketIoClient again(String user) {
        ObjectNode auth = auth(user).put("pid", pid());
        if (offset != null) {
            auth.put("offset", offset);
        }
        return signedIn(port, auth);
    }

    /** Whether socket.io-client would say so. */
    public boolean hasRecovered(SocketIoClient before) {
        return pid() != null && pid().equals(before.pid());
    }

    public @Nullable String pid() {
        return welcome().path("pid").textValue();
    }

    public JsonNode welcome() {
        await("to be let in")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> welcome != null);
        return welcome;
    }

    /** Of the newest event that carries one. */
    public @Nullable String offset() {
        return offset;
    }

    /** Why the namespace is closed to it. */
    public JsonNode refusal() {
        await("refusal")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> refusal != null);
        return refusal;
    }

    public boolean isSentOut() {
        return sentOut;
    }

    public void emit(String event, Object data) {
        raw("42" + list(event, data));
    }

    /** What the server acknowledges it with. */
    public JsonNode ask(String event, Object data) {
        int id = ids.incrementAndGet();
        raw("42" + id + list(event, data));
        await("acknowledgement of " + event)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> acknowledgements.containsKey(id));
        return acknowledgements.get(id).get(0);
    }

    private static String list(String event, Object data) {
        return JSON.createArrayNode().add(event).addPOJO(data).toString();
    }

    public void raw(String packet) {
        socket.sendText(packet, true).join();
    }

    /** The first of that name whose data fits, here already or to come. */
    public Event event(String name, Predicate<JsonNode> fits) {
        return await(name)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> events.stream()
                                .filter(each -> each.name().equals(name) && fits.test(each.data()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    public List<Event> events(String name) {
        return events.stream().filter(each -> each.name().equals(name)).toList();
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public List<String> packets() {
        return List.copyOf(packets);
    }

    public int closeCode(Duration atMost) {
        await("close")
                .atMost(atMost)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> closeCode != -1);
        return closeCode;
    }

    /** In nanoseconds, of a client that is closed. */
    public long closedAt() {
        return closedAt;
    }

    public boolean isOpen() {
        return closeCode == -1;
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
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            String packet = partial.toString();
            partial.setLength(0);
            take(packet, from);
        }
        if (reading) {
            from.request(1);
        }
        return null;
    }

    private void take(String packet, WebSocket from) {
        packets.add(packet);
        if (packet.equals("2")) {
            from.sendText("3", true);
        } else if (packet.startsWith("40")) {
            welcome = json(packet.substring(2));
        } else if (packet.startsWith("41")) {
            sentOut = true;
        } else if (packet.startsWith("42")) {
            heard(json(packet.substring(2)));
        } else if (packet.startsWith("43")) {
            int start = packet.indexOf('[');
            acknowledgements.put(Integer.parseInt(packet.substring(2, start)), json(packet.substring(start)));
        } else if (packet.startsWith("44")) {
            refusal = json(packet.substring(2));
        }
    }

    private void heard(JsonNode event) {
        ArrayNode arguments = event.deepCopy();
        Event heard = new Event(arguments.remove(0).asText(), arguments);
        events.add(heard);
        heard.offset().ifPresent(newest -> offset = newest);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closedAt = System.nanoTime();
        closeCode = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closeCode = 1006;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
