package org.convoke.gateway.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.events.Activity;
import org.convoke.events.BatchSnapshot;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupEvent.Named;
import org.convoke.events.GroupEvent.OfMember;
import org.convoke.events.GroupEvent.OfRequest;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationSnapshot;
import org.jspecify.annotations.Nullable;

/** The fields of the payloads that clients see, besides the three that all have. */
@ApplicationScoped
class Payloads {

    private final ObjectMapper json;

    Payloads(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode group(GroupSnapshot group, @Nullable String myRole) {
        ObjectNode view = json.valueToTree(group);
        view.put("myRole", myRole);
        return json.createObjectNode().set("group", view);
    }

    /** Without {@code myRole}, since everybody in the group reads the same. */
    ObjectNode updated(GroupUpdated updated) {
        GroupSnapshot group = updated.group();
        ObjectNode body = ofGroup(group.id(), group.name(), updated.actorId());
        body.set("group", json.valueToTree(group));
        body.set("changed", json.valueToTree(updated.changed()));
        return body;
    }

    ObjectNode invitation(InvitationSnapshot invitation) {
        return json.createObjectNode().set("invitation", json.valueToTree(invitation));
    }

    ObjectNode batch(BatchSnapshot batch) {
        return json.createObjectNode().set("batch", json.valueToTree(batch));
    }

    ObjectNode activity(Activity activity) {
        return json.createObjectNode().set("activity", json.valueToTree(activity));
    }

    ObjectNode joinRequest(OfRequest event) {
        ObjectNode body = json.createObjectNode()
                .put("groupId", event.groupId().toString())
                .put("groupName", event.groupName());
        body.set("joinRequest", json.valueToTree(event.joinRequest()));
        return body;
    }

    ObjectNode ofGroup(Named event, String actorId) {
        return ofGroup(event.groupId(), event.groupName(), actorId);
    }

    ObjectNode ofMember(OfMember event, String actorId) {
        return ofMember(event, actorId, event.userId());
    }

    /** About somebody else whom the event concerns too. */
    ObjectNode ofMember(OfMember event, String actorId, String userId) {
        return ofGroup(event, actorId).put("userId", userId);
    }

    private ObjectNode ofGroup(UUID groupId, String groupName, String actorId) {
        return json.createObjectNode()
                .put("groupId", groupId.toString())
                .put("groupName", groupName)
                .put("actorId", actorId);
    }
}
