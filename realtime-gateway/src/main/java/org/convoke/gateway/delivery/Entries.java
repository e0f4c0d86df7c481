package org.convoke.gateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.events.Fact;
import org.convoke.events.Uuids;
import org.convoke.gateway.delivery.ShardOperation.Append;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.StreamName;

/**
 * What of a fact is said in a stream: always with {@code eventId}, {@code factId} and {@code occurredAt}. The id is derived
 * from the fact, so that a fact told twice makes the same event again.
 */
@ApplicationScoped
class Entries {

    private static final String NOBODY = "";
    private static final Attention NONE = new Attention.None();

    private final ObjectMapper json;

    Entries(ObjectMapper json) {
        this.json = json;
    }

    Append event(Fact<?> fact, StreamName stream, String name, ObjectNode body) {
        return entry(fact, stream, name, body, NOBODY, NONE, "");
    }

    /** One that asks for attention, or is no entry at all. */
    Append event(Fact<?> fact, StreamName stream, String name, ObjectNode body, Attention attention) {
        return entry(fact, stream, name, body, NOBODY, attention, "");
    }

    /** One that {@code leaver} is not to hear, nor anything behind it. */
    Append parting(Fact<?> fact, StreamName stream, String name, ObjectNode body, String leaver) {
        return entry(fact, stream, name, body, leaver, NONE, "");
    }

    /** One of several of the same name in the same stream; {@code person} tells them apart. */
    Append eventAbout(Fact<?> fact, StreamName stream, String name, ObjectNode body, String person) {
        return entry(fact, stream, name, body, NOBODY, NONE, "|" + person);
    }

    private Append entry(
            Fact<?> fact,
            StreamName stream,
            String name,
            ObjectNode body,
            String leaver,
            Attention attention,
            String distinction) {
        UUID id = Uuids.derived(fact.id(), name + "|" + stream.value() + distinction);
        String time = fact.time().toString();
        ObjectNode payload = json.createObjectNode()
                .put("eventId", id.toString())
                .put("factId", fact.id().toString())
                .put("occurredAt", time);
        payload.setAll(body);
        return new Append(stream, new ClientEvent(id, name, time, text(payload), leaver), attention);
    }

    private String text(ObjectNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload that has no JSON", e);
        }
    }
}
