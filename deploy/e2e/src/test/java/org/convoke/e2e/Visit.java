package org.convoke.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody at one instance; each method is one call. */
public record Visit(Person person, Instance instance) {

    public Answer call(String method, String path, Object body, String... headers) {
        return Http.call(method, instance.address(path), person.token(), body, headers);
    }

    private Answer post(String path, Object body, String... headers) {
        return call("POST", path, body, headers);
    }

    public Answer found(Map<String, ?> settings, String... headers) {
        Map<String, Object> group = new HashMap<>(Map.of("name", "Race", "visibility", "PRIVATE"));
        group.putAll(settings);
        return post("/groups", group, headers);
    }

    public Answer change(String group, Map<String, ?> settings) {
        return call("PATCH", "/groups/" + group, settings, "If-Match", "*");
    }

    public Answer archive(String group) {
        return post("/groups/" + group + "/archive", Map.of());
    }

    public Answer unarchive(String group) {
        return post("/groups/" + group + "/unarchive", Map.of());
    }

    public Answer delete(String group) {
        return call("DELETE", "/groups/" + group, null);
    }

    public Answer join(String group) {
        return call("PUT", "/groups/" + group + "/members/me", null);
    }

    public Answer leave(String group) {
        return call("DELETE", "/groups/" + group + "/members/me", null);
    }

    public Answer leave(String group, Person successor) {
        return call("DELETE", "/groups/" + group + "/members/me?successor=" + successor.id(), null);
    }

    public Answer remove(String group, Person member) {
        return call("DELETE", "/groups/" + group + "/members/" + member.id(), null);
    }

    public Answer assign(String group, Person member, String role) {
        return call("PATCH", "/groups/" + group + "/members/" + member.id(), Map.of("role", role));
    }

    public Answer transfer(String group, Person successor) {
        return post("/groups/" + group + "/ownership", Map.of("toUserId", successor.id()));
    }

    public Answer ban(String group, Person person) {
        return call("PUT", "/groups/" + group + "/bans/" + person.id(), Map.of("reason", "race"));
    }

    public Answer unban(String group, Person person) {
        return call("DELETE", "/groups/" + group + "/bans/" + person.id(), null);
    }

    public Answer ask(String group) {
        return post("/groups/" + group + "/join-requests", Map.of("message", "me"));
    }

    /** @param verb approve, reject or withdraw */
    public Answer decide(String request, String verb) {
        return post("/join-requests/" + request + "/" + verb, Map.of());
    }

    public Answer invite(String group, Person invitee, String... headers) {
        return post("/invitations", Map.of("groupId", group, "inviteeId", invitee.id()), headers);
    }

    public Answer accept(String invitation) {
        return post("/invitations/" + invitation + "/accept", Map.of());
    }

    public Answer decline(String invitation) {
        return post("/invitations/" + invitation + "/decline", Map.of("scope", "ONCE"));
    }

    public Answer cancel(String invitation) {
        return post("/invitations/" + invitation + "/cancel", Map.of());
    }

    public JsonNode invitation(String invitation) {
        return call("GET", "/invitations/" + invitation, null).expect(200).body();
    }

    public Answer batch(String group, List<String> inviteeIds, String... headers) {
        return post("/invitation-batches", Map.of("groupId", group, "inviteeIds", inviteeIds), headers);
    }

    public JsonNode batch(String batch) {
        return call("GET", "/invitation-batches/" + batch, null).expect(200).body();
    }

    public Answer link(String group, int maxUses, String... headers) {
        return post("/invitation-links", Map.of("groupId", group, "maxUses", maxUses, "expiresInDays", 1), headers);
    }

    public Answer redeem(String code) {
        return post("/invitation-links/" + code + "/redeem", Map.of());
    }

    public JsonNode links(String group) {
        return call("GET", "/invitation-links?groupId=" + group, null)
                .expect(200)
                .body();
    }
}
