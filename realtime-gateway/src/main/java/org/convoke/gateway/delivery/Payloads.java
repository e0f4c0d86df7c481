package org.convoke.gateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Uuids;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.StreamName;
import org.jspecify.annotations.Nullable;

/** The payloads of the events that clients see, always with {@code eventId}, {@code factId} and {@code occurredAt}. */
@ApplicationScoped
class Payloads {

    /** The fields of a payload besides the three that all have. */
    record Body(ObjectNode fields) {}

    private final ObjectMapper json;

    Payloads(ObjectMapper json) {
        this.json = json;
    }

    ClientEvent event(String name, StreamName stream, Fact<?> fact, Body body, String leaver) {
        UUID id = Uuids.derived(fact.id(), name + "|" + stream.value());
        String time = fact.time().toString();
        ObjectNode payload = json.createObjectNode()
                .put("eventId", id.toString())
                .put("factId", fact.id().toString())
                .put("occurredAt", time);
        payload.setAll(body.fields());
        return new ClientEvent(id, name, time, text(payload), leaver);
    }

    Body group(GroupSnapshot group, @Nullable String myRole) {
        ObjectNode view = json.valueToTree(group);
        view.put("myRole", myRole);
        return new Body(json.createObjectNode().set("group", view));
    }

    Body invitation(InvitationSnapshot invitation) {
        return new Body(json.createObjectNode().set("invitation", json.valueToTree(invitation)));
    }

    Body joined(MemberJoined joined) {
        return new Body(ofGroup(joined.groupId(), joined.groupName(), joined.userId())
                .put("role", joined.role())
                .put("memberCount", joined.memberCount()));
    }

    Body left(MemberLeft left) {
        return new Body(
                ofGroup(left.groupId(), left.groupName(), left.userId()).put("memberCount", left.memberCount()));
    }

    private ObjectNode ofGroup(UUID groupId, String groupName, String userId) {
        return json.createObjectNode()
                .put("groupId", groupId.toString())
                .put("groupName", groupName)
                .put("actorId", userId)
                .put("userId", userId);
    }

    private String text(ObjectNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload that has no JSON", e);
        }
    }
}
