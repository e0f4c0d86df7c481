package org.convoke.gateway.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convoke.events.Uuids;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.jspecify.annotations.Nullable;

/**
 * {@code group:member_update}: the newest count of a group, at most once a second. It is drawn from the entries of the
 * group's stream on each pod, and like everything that can be drawn again it is in no stream itself.
 */
@ApplicationScoped
class MemberUpdates {

    private static final String NAME = "group:member_update";
    private static final Set<String> CAUSES = Set.of("group:member_joined", "group:member_left");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Groups told within the last second, with the entry that waits for the second to end. */
    private final Map<StreamName, Waiting> told = new HashMap<>();

    private final ObjectMapper json;
    private final HubThread hub;

    MemberUpdates(ObjectMapper json, HubThread hub) {
        this.json = json;
        this.hub = hub;
    }

    private static final class Waiting {
        private @Nullable StreamEntry newest;
    }

    void noticed(Feed feed, StreamEntry entry) {
        if (!CAUSES.contains(entry.event().name())) {
            return;
        }
        Waiting waiting = told.get(feed.stream());
        if (waiting != null) {
            waiting.newest = entry;
            return;
        }
        told.put(feed.stream(), new Waiting());
        tell(feed, entry);
        hub.after(PAUSE, () -> secondOver(feed));
    }

    private void secondOver(Feed feed) {
        Waiting waiting = told.remove(feed.stream());
        if (waiting != null && waiting.newest != null) {
            noticed(feed, waiting.newest);
        }
    }

    private void tell(Feed feed, StreamEntry cause) {
        ClientEvent event = update(cause.event());
        for (Subscription each : feed.subscriptions()) {
            if (each.isLive()) {
                each.session().sink().ephemeral(feed.stream(), event);
            }
        }
    }

    private ClientEvent update(ClientEvent cause) {
        UUID id = Uuids.derived(cause.id(), NAME);
        try {
            ObjectNode payload = (ObjectNode) json.readTree(cause.payload());
            payload.put("eventId", id.toString());
            return new ClientEvent(id, NAME, cause.time(), json.writeValueAsString(payload), "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The payload of " + cause.id() + " is no JSON", e);
        }
    }
}
