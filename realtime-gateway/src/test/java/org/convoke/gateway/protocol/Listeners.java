package org.convoke.gateway.protocol;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convoke.gateway.GwClient;

/** The clients of a test. In the end every frame that any of them has heard is held against its schema. */
final class Listeners {

    private final ProtocolDocument document;
    private final int port;
    private final List<GwClient> clients = new ArrayList<>();

    Listeners(ProtocolDocument document, int port) {
        this.document = document;
        this.port = port;
    }

    GwClient greeted() {
        return listening(GwClient.connect(port));
    }

    GwClient signedIn(String user) {
        return listening(GwClient.signedIn(port, user, "phone"));
    }

    GwClient signedIn(String user, String device, String cursor, Map<String, String> channels) {
        return listening(GwClient.signedIn(port, user, device, cursor, channels));
    }

    private GwClient listening(GwClient client) {
        clients.add(client);
        return client;
    }

    /** The names of all events that came. */
    Set<String> events() {
        return clients.stream()
                .flatMap(client -> client.frames().stream())
                .filter(frame -> frame.path("t").asText().equals("evt"))
                .map(ProtocolDocument::nameOf)
                .collect(toSet());
    }

    void closeAndCompare() {
        clients.forEach(GwClient::close);
        assertThat(clients)
                .allSatisfy(client -> assertThat(client.frames())
                        .isNotEmpty()
                        .allSatisfy(frame -> assertThat(document.violations(frame))
                                .as(frame.toString())
                                .isEmpty()));
    }

    /** 0 for what is no error. */
    static int errorCode(JsonNode frame) {
        return frame.path("t").asText().equals("err")
                ? frame.path("d").path("code").asInt()
                : 0;
    }
}
