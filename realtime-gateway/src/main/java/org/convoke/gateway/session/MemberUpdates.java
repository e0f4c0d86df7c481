package org.convoke.gateway.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convoke.events.Uuids;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.jspecify.annotations.Nullable;

/**
 * {@code group:member_update}: the newest count, role or mute of a group, at most once a second; the last one wins, with
 * the newest count. It is drawn from the entries of the group's stream on each pod, and like everything that can be drawn
 * again it is in no stream itself.
 */
@ApplicationScoped
class MemberUpdates {

    private static final String NAME = "group:member_update";
    private static final String COUNT = "memberCount";
    private static final Set<String> COUNTING = Set.of("group:member_joined", "group:member_left", "member:removed");
    private static final Set<String> OTHERS = Set.of("group:member_role_changed", "group:member_muted");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Groups told within the last second, with what waits for the second to end. */
    private final Map<StreamName, Optional<Update>> told = new HashMap<>();

    private final ObjectMapper json;
    private final HubThread hub;

    MemberUpdates(ObjectMapper json, HubThread hub) {
        this.json = json;
        this.hub = hub;
    }

    /** @param counted the newest entry that carries a count */
    private record Update(StreamEntry newest, @Nullable StreamEntry counted) {

        static Update of(StreamEntry entry) {
            return new Update(entry, COUNTING.contains(entry.event().name()) ? entry : null);
        }

        Update behind(Update earlier) {
            return counted == null ? new Update(newest, earlier.counted) : this;
        }
    }

    void noticed(Feed feed, StreamEntry entry) {
        String name = entry.event().name();
        if (feed.stream().isGroup() && (COUNTING.contains(name) || OTHERS.contains(name))) {
            Update update = Update.of(entry);
            Optional<Update> waiting = told.get(feed.stream());
            if (waiting == null) {
                tell(feed, update);
            } else {
                told.put(feed.stream(), Optional.of(waiting.map(update::behind).orElse(update)));
            }
        }
    }

    private void tell(Feed feed, Update update) {
        told.put(feed.stream(), Optional.empty());
        hub.after(PAUSE, () -> secondOver(feed));
        ClientEvent event = event(update);
        for (Subscription each : feed.subscriptions()) {
            if (each.isLive()) {
                each.session().sink().ephemeral(feed.stream(), event);
            }
        }
    }

    private void secondOver(Feed feed) {
        Optional<Update> waiting = told.remove(feed.stream());
        if (waiting != null) {
            waiting.ifPresent(update -> tell(feed, update));
        }
    }

    private ClientEvent event(Update update) {
        ClientEvent cause = update.newest().event();
        UUID id = Uuids.derived(cause.id(), NAME);
        ObjectNode payload = payload(cause).put("eventId", id.toString());
        if (update.counted() != null) {
            payload.set(COUNT, payload(update.counted().event()).get(COUNT));
        }
        return new ClientEvent(id, NAME, cause.time(), payload.toString(), "");
    }

    private ObjectNode payload(ClientEvent event) {
        try {
            return (ObjectNode) json.readTree(event.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The payload of " + event.id() + " is no JSON", e);
        }
    }
}
