package org.convoke.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.convoke.local.demo.Someone;

/** The official Java client, which knows nothing of recovery: its device goes on from what it has acknowledged. */
final class JavaSocketIoClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> invitations = new CopyOnWriteArrayList<>();
    private final List<JsonNode> errors = new CopyOnWriteArrayList<>();
    private final Socket socket;

    private JavaSocketIoClient(Map<String, String> auth) {
        IO.Options options = IO.Options.builder()
                .setAuth(auth)
                .setForceNew(true)
                .setReconnectionDelay(200)
                .setReconnectionDelayMax(1_000)
                .build();
        socket = IO.socket(URI.create("http://localhost:" + Running.ports().gateway()), options);
        socket.on("invitation:received", arguments -> {
            invitations.add(json(arguments[0]).path("invitation").path("id").asText());
            socket.emit("ack", new org.json.JSONObject(Map.of("cur", arguments[1])));
        });
        socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> errors.add(json(arguments[0])));
        socket.connect();
    }

    static JavaSocketIoClient of(Someone person, String device) {
        return new JavaSocketIoClient(Map.of("token", person.token(), "device", device));
    }

    static JavaSocketIoClient withToken(String token) {
        return new JavaSocketIoClient(Map.of("token", token));
    }

    private static JsonNode json(Object said) {
        try {
            return JSON.readTree(said.toString());
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(said.toString());
        }
    }

    void awaitInvitation(JsonNode invitation) {
        await().atMost(PATIENCE)
                .until(() -> invitations.contains(invitation.path("id").asText()));
    }

    /** The ids of those that it was told of, in their order. */
    List<String> invitations() {
        return List.copyOf(invitations);
    }

    JsonNode awaitError() {
        await().atMost(PATIENCE).until(() -> !errors.isEmpty());
        return errors.getFirst();
    }

    @Override
    public void close() {
        socket.disconnect();
    }
}
