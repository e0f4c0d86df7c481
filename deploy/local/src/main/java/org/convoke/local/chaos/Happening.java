package org.convoke.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is told in a channel, known by what it says and not by any id that the gateway gives: the workload never does the
 * same deed twice, so that a happening told under two ids was told twice.
 *
 * @param what its name and whom it is about
 */
record Happening(String channel, String what) {

    static final String PUBLIC = "public";

    static Happening inInbox(String person, String name, String... about) {
        return new Happening(inbox(person), name + " " + String.join(" ", about));
    }

    static Happening inGroup(String group, String name, String... about) {
        return new Happening("g:" + group, name + " " + String.join(" ", about));
    }

    static Happening inPublic(String name, String... about) {
        return new Happening(PUBLIC, name + " " + String.join(" ", about));
    }

    static String inbox(String person) {
        return "u:" + person;
    }

    /** As an event of the gateway says it; one that the workload does not cause is known by its id. */
    static Happening of(String channel, String name, JsonNode payload) {
        return new Happening(channel, name + " " + about(name, payload));
    }

    private static String about(String name, JsonNode payload) {
        JsonNode invitation = payload.path("invitation");
        JsonNode batch = payload.path("batch");
        return switch (name) {
            case "group:created", "notification:group_created" ->
                text(payload.path("group").path("id"));
            case "group:updated" ->
                text(payload.path("groupId"), payload.path("group").path("name"));
            case "group:member_joined", "group:member_left", "member:removed" ->
                text(payload.path("groupId"), payload.path("userId"));
            case "group:member_role_changed", "member:role_changed" ->
                text(payload.path("groupId"), payload.path("userId"), payload.path("role"));
            case "invitation:sent", "invitation:received", "invitation:responded" ->
                text(invitation.path("groupId"), invitation.path("inviteeId"));
            case "group:invitations_sent" ->
                batch.path("state").asText().equals("COMPLETED")
                        ? text(batch.path("id"))
                        : text(payload.path("eventId"));
            default -> text(payload.path("eventId"));
        };
    }

    private static String text(JsonNode... parts) {
        return List.of(parts).stream().map(JsonNode::asText).collect(Collectors.joining(" "));
    }

    boolean isInGroup() {
        return channel.startsWith("g:");
    }

    @Override
    public String toString() {
        return what + " in " + channel;
    }
}
