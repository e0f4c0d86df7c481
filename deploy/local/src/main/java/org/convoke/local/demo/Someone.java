package org.convoke.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Somebody who has signed in, and what she asks of the product. */
public final class Someone {

    private final Api api;
    private final String name;
    private final String id;
    private final String token;

    Someone(Api api, String name, String id, String token) {
        this.api = api;
        this.name = name;
        this.id = id;
        this.token = token;
    }

    public String name() {
        return name;
    }

    public String id() {
        return id;
    }

    Api api() {
        return api;
    }

    public String token() {
        return token;
    }

    public Api.Answer call(String method, String path, Object body) {
        return api.call(method, path, token, body);
    }

    /** A call that has to be answered with this status. */
    public JsonNode expect(int status, String method, String path, Object body) {
        Api.Answer answer = call(method, path, body);
        if (answer.status() != status) {
            throw new Unexpected(name + " " + method + " " + path + ": " + answer.status() + ", not " + status + ": "
                    + answer.body());
        }
        return answer.body();
    }

    public JsonNode get(String path) {
        return expect(200, "GET", path, null);
    }

    public JsonNode createGroup(String groupName) {
        return expect(
                201, "POST", "/groups", Map.of("name", groupName, "visibility", "PUBLIC", "joinPolicy", "INVITE_ONLY"));
    }

    public JsonNode invite(JsonNode group, Someone invitee, String message) {
        Map<String, String> invitation =
                Map.of("groupId", group.path("id").asText(), "inviteeId", invitee.id, "message", message);
        return expect(201, "POST", "/invitations", invitation);
    }

    public JsonNode accept(JsonNode invitation) {
        return expect(200, "POST", of(invitation, "accept"), Map.of());
    }

    public JsonNode decline(JsonNode invitation) {
        return expect(200, "POST", of(invitation, "decline"), Map.of("scope", "ONCE"));
    }

    public JsonNode cancel(JsonNode invitation) {
        return expect(200, "POST", of(invitation, "cancel"), Map.of());
    }

    public static String of(JsonNode invitation, String verb) {
        return "/invitations/" + invitation.path("id").asText() + "/" + verb;
    }
}
