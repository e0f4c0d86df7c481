package org.convoke.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.convoke.gateway.GwClient;

/** A client that keeps what it is told of presence. */
final class Watcher implements AutoCloseable {

    private final GwClient client;
    private long ids = 100;

    private Watcher(GwClient client) {
        this.client = client;
    }

    static Watcher of(int port, String user, String device) {
        return new Watcher(GwClient.signedIn(port, user, device));
    }

    JsonNode watch(String... people) {
        ObjectNode data = GwClient.data();
        ArrayNode list = data.putArray("watch");
        for (String person : people) {
            list.add(person);
        }
        return ask("presence", data);
    }

    JsonNode set(String state) {
        return ask("presence", GwClient.data().put("set", state));
    }

    JsonNode ask(String type, ObjectNode data) {
        long id = ++ids;
        client.send(type, id, data);
        return client.reply(id);
    }

    /** All that was told of the person, oldest first. */
    List<JsonNode> told(String person) {
        return presence().stream()
                .filter(each -> each.path("user").asText().equals(person))
                .toList();
    }

    /** All that was told of presence. */
    List<JsonNode> presence() {
        return client.frames().stream()
                .filter(frame -> frame.path("t").asText().equals("presence"))
                .map(frame -> frame.path("d"))
                .toList();
    }

    /** As {@code ONLINE 2}: states and devices, oldest first. */
    List<String> states(String person) {
        return told(person).stream()
                .map(each -> each.path("state").asText() + " " + each.path("devices"))
                .toList();
    }

    JsonNode isTold(String person, String state) {
        await(person + " " + state)
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(
                        () -> assertThat(states(person)).isNotEmpty().last().isEqualTo(state));
        return told(person).getLast();
    }

    void isToldNothingMore(String person, Duration time) {
        List<String> before = states(person);
        await().pollDelay(time).untilAsserted(() -> assertThat(states(person)).isEqualTo(before));
    }

    GwClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
    }
}
