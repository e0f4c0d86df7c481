package org.convoke.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.convoke.local.Ports;

/** Plays the story of an invitation on a running stack: alice, bob, carol and dave. */
public final class Demo {

    private final Timeline timeline;
    private final Someone alice;
    private final Someone bob;
    private final Someone carol;
    private final Someone dave;

    private Demo(Ports ports, PrintStream out) {
        Api api = new Api(ports);
        this.timeline = new Timeline(out);
        this.alice = api.signIn("alice");
        this.bob = api.signIn("bob");
        this.carol = api.signIn("carol");
        this.dave = api.signIn("dave");
    }

    /**
     * Plays the whole story.
     *
     * @throws Unexpected when something of it did not arrive
     */
    public static void play(Ports ports, PrintStream out) {
        Demo demo = new Demo(ports, out);
        try (Listener hers = Listener.connect(demo.alice, "demo-laptop");
                Listener his = Listener.connect(demo.bob, "demo-phone")) {
            JsonNode group = demo.create(hers, his);
            JsonNode toCarol = demo.inviteTwo(group, hers, his);
            demo.comeLater(toCarol);
            demo.accept(group, hers, his);
            demo.declineAndCancel(group, toCarol, hers);
            demo.loseTheConnection(his);
        }
        demo.timeline.chapter("Everything arrived.");
    }

    private JsonNode create(Listener hers, Listener his) {
        timeline.chapter("1. alice creates a public group");
        timeline.does("alice: POST /groups");
        JsonNode group = alice.createGroup("Chess " + Long.toString(System.currentTimeMillis(), 36));
        timeline.answered("201 " + group.path("name").asText());
        Predicate<JsonNode> it = payload -> payload.path("group").path("id").equals(group.path("id"));
        timeline.hears("alice", hers.event("group:created", it));
        timeline.hears("bob, like everyone", his.event("notification:group_created", it));
        return group;
    }

    private JsonNode inviteTwo(JsonNode group, Listener hers, Listener his) {
        timeline.chapter("2. alice invites bob, who is here, and carol, who is not");
        JsonNode toBob = invite(group, bob, "Join us on Thursdays");
        timeline.hears("bob", his.eventOf("invitation:received", toBob));
        timeline.hears("alice", hers.eventOf("invitation:sent", toBob));
        JsonNode toCarol = invite(group, carol, "You too?");
        timeline.hears("alice", hers.eventOf("invitation:sent", toCarol));
        return toCarol;
    }

    private JsonNode invite(JsonNode group, Someone invitee, String message) {
        timeline.does("alice: POST /invitations for " + invitee.name());
        JsonNode invitation = alice.invite(group, invitee, message);
        timeline.answered("201 " + invitation.path("status").asText());
        return invitation;
    }

    private void comeLater(JsonNode invitation) {
        timeline.chapter("3. carol comes later, with two devices");
        timeline.does("carol connects");
        try (Listener phone = Listener.connect(carol, "demo-phone");
                Listener tablet = Listener.connect(carol, "demo-tablet")) {
            timeline.hears("carol's phone", phone.eventOf("invitation:received", invitation));
            timeline.hears("carol's tablet", tablet.eventOf("invitation:received", invitation));
            JsonNode item =
                    carol.get("/notifications?state=unseen").path("items").get(0);
            require(
                    "it is unseen and unread",
                    !item.path("seen").asBoolean() && !item.path("read").asBoolean());
            carol.expect(
                    200,
                    "POST",
                    "/notifications/seen",
                    Map.of("upTo", item.path("cursor").asText()));
            require(
                    "then seen",
                    carol.get("/notifications")
                            .path("items")
                            .get(0)
                            .path("seen")
                            .asBoolean());
            timeline.does("carol: POST /notifications/read");
            Object ids = List.of(item.path("id").asText());
            carol.expect(200, "POST", "/notifications/read", Map.of("ids", ids));
            Predicate<JsonNode> it = payload -> payload.path("ids").path(0).equals(item.path("id"));
            timeline.hears("carol's phone", phone.event("notification:read", it));
            timeline.hears("carol's tablet", tablet.event("notification:read", it));
            require(
                    "then read",
                    carol.get("/notifications")
                            .path("items")
                            .get(0)
                            .path("read")
                            .asBoolean());
        }
    }

    private void accept(JsonNode group, Listener hers, Listener his) {
        timeline.chapter("4. bob accepts");
        JsonNode invitation =
                his.event("invitation:received", of(group)).payload().path("invitation");
        timeline.does("bob: POST /invitations/…/accept");
        JsonNode answer = bob.accept(invitation);
        timeline.answered("200 " + answer.path("membership").path("role").asText());
        timeline.hears("alice", hers.eventOf("invitation:responded", invitation));
        Predicate<JsonNode> here = payload -> payload.path("groupId").equals(group.path("id"));
        timeline.hears("alice", hers.event("group:member_joined", here));
        timeline.hears("alice", hers.event("group:member_update", here));
        timeline.hears("bob", his.event("group:member_joined", here));
    }

    private void declineAndCancel(JsonNode group, JsonNode toCarol, Listener hers) {
        timeline.chapter("5. carol declines; dave's invitation is cancelled; bob cannot be invited again");
        timeline.does("carol: POST /invitations/…/decline");
        timeline.answered("200 " + carol.decline(toCarol).path("status").asText());
        timeline.hears("alice", hers.eventOf("invitation:responded", toCarol));
        try (Listener his = Listener.connect(dave, "demo-phone")) {
            JsonNode toDave = invite(group, dave, "And you?");
            timeline.hears("dave", his.eventOf("invitation:received", toDave));
            timeline.does("alice: POST /invitations/…/cancel");
            timeline.answered("200 " + alice.cancel(toDave).path("status").asText());
            timeline.hears("dave", his.eventOf("invitation:cancelled", toDave));
        }
        timeline.does("alice: POST /invitations for bob");
        Map<String, String> again = Map.of("groupId", group.path("id").asText(), "inviteeId", bob.id());
        timeline.answered("409 "
                + alice.expect(409, "POST", "/invitations", again).path("code").asText());
    }

    private void loseTheConnection(Listener his) {
        timeline.chapter("6. bob's connection is cut; three events happen; he comes back");
        his.cut();
        List<JsonNode> missed = List.of(invitedToOneMore(), invitedToOneMore(), invitedToOneMore());
        timeline.does("bob reconnects with his cursor");
        try (Listener back = his.reconnect()) {
            missed.forEach(each -> timeline.hears("bob", back.eventOf("invitation:received", each)));
            JsonNode live = invitedToOneMore();
            back.eventOf("invitation:received", live);
            List<String> expected = List.of(missed.get(0), missed.get(1), missed.get(2), live).stream()
                    .map(each -> each.path("id").asText())
                    .toList();
            List<String> heard = back.events("invitation:received").stream()
                    .map(each -> each.payload().path("invitation").path("id").asText())
                    .toList();
            require("exactly those three, in order, once, and then what is new", heard.equals(expected));
        }
    }

    private JsonNode invitedToOneMore() {
        JsonNode group = alice.createGroup("Evening " + Long.toString(System.nanoTime(), 36));
        return alice.invite(group, bob, "One more");
    }

    private static Predicate<JsonNode> of(JsonNode group) {
        return payload -> payload.path("invitation").path("groupId").equals(group.path("id"));
    }

    private void require(String what, boolean holds) {
        if (!holds) {
            throw new Unexpected("Not so: " + what);
        }
        timeline.note(what);
    }
}
