package org.convoke.groups.membership.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What invitations-service is told about a group and the people who are to be invited. */
@QuarkusTest
class InternalCheckTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final Someone cleo = Someone.called("Cleo");
    private final Someone invitations = Someone.invitationsService();

    @BeforeEach
    void theyAreInTheDirectory() {
        ben.get("/people/me").statusCode(200);
        cleo.get("/people/me").statusCode(200);
    }

    @Test
    void eachInviteeHasAStandingInTheOrderAsked() {
        String group = aGroup(Map.of("joinPolicy", "OPEN"));
        ben.join(group);
        check(group, ann, cleo.id(), "nobody", ben.id(), ann.id())
                .statusCode(200)
                .body("mayInvite", equalTo(true))
                .body("group.id", equalTo(group))
                .body("group.name", equalTo("Chess Club"))
                .body("group.visibility", equalTo("PUBLIC"))
                .body("group.memberCount", equalTo(2))
                .body("invitees.userId", contains(cleo.id(), "nobody", ben.id(), ann.id()))
                .body("invitees.standing", contains("OK", "UNKNOWN", "MEMBER", "MEMBER"));
    }

    @Test
    void whatStandsInTheWayIsSaidOfEachInvitee() {
        String group = aGroup(Map.of("joinPolicy", "REQUEST"));
        ben.join(group).statusCode(202);
        bans(group, cleo);
        Someone both = Someone.known("Dan");
        both.join(group).statusCode(202);
        Database.execute(
                "insert into bans (group_id, user_id, banned_by, banned_at) values (?::uuid, ?, 'ann', now())",
                group,
                both.id());
        check(group, ann, ben.id(), cleo.id(), both.id())
                .body("inviterRole", equalTo("OWNER"))
                .body("invitees.standing", contains("REQUESTED", "BANNED", "BANNED"));
        check(group, ben, cleo.id()).body("inviterRole", nullValue());
        Database.execute("update bans set until = now() where user_id = ?", cleo.id());
        check(group, ann, cleo.id()).body("invitees.standing", contains("OK"));
    }

    @Test
    void whoeverIsInSomeGroupWithTheInviterIsSaidToBe() {
        String group = aGroup(Map.of("joinPolicy", "REQUEST"));
        String shared = aGroup(Map.of("joinPolicy", "OPEN", "visibility", "PRIVATE"));
        check(group, ann, ben.id(), cleo.id()).body("invitees.sharesGroup", contains(false, false));
        ben.join(shared).statusCode(201);
        check(group, ann, ben.id(), cleo.id()).body("invitees.sharesGroup", contains(true, false));
        ann.request().delete("/api/v1/groups/{g}", shared).then().statusCode(204);
        check(group, ann, ben.id()).body("invitees.sharesGroup", contains(false));
    }

    @Test
    void aGroupAndAStandingAreToldWhoeverMaySeeThem() {
        String group = aGroup(Map.of("visibility", "HIDDEN", "joinPolicy", "REQUEST"));
        look(group, ann)
                .statusCode(200)
                .body("group.id", equalTo(group))
                .body("group.visibility", equalTo("HIDDEN"))
                .body("group.memberCount", equalTo(1))
                .body("archived", equalTo(false))
                .body("joinPolicy", equalTo("REQUEST"))
                .body("role", equalTo("OWNER"))
                .body("standing", equalTo("MEMBER"));
        look(group, ben).body("role", nullValue()).body("standing", equalTo("OK"));
        look(group, Someone.called("Nobody")).statusCode(200).body("standing", equalTo("UNKNOWN"));
        ann.request().delete("/api/v1/groups/{g}", group).then().statusCode(204);
        look(group, ann).statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void whoMayInviteIsAnsweredForTheInviter() {
        String forAdmins = aGroup(Map.of("joinPolicy", "OPEN", "whoMayInvite", "ADMINS"));
        ben.join(forAdmins);
        check(forAdmins, ann, cleo.id()).body("mayInvite", equalTo(true));
        check(forAdmins, ben, cleo.id()).body("mayInvite", equalTo(false));
        check(aGroup(Map.of()), ben, cleo.id()).statusCode(200).body("mayInvite", equalTo(false));
    }

    @Test
    void aGroupTheInviterMayNotSeeIsNotThere() {
        check(aGroup(Map.of("visibility", "HIDDEN")), ben, cleo.id())
                .statusCode(404)
                .body("code", equalTo("not-found"));
        check(UUID.randomUUID().toString(), ann, cleo.id()).statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void aThousandInviteesAreCheckedAtOnceAndNotOneMore() {
        String group = aGroup(Map.of());
        check(group, ann, Collections.nCopies(1000, cleo.id()).toArray(String[]::new))
                .statusCode(200)
                .body("invitees.size()", equalTo(1));
        check(group, ann, Collections.nCopies(1001, cleo.id()).toArray(String[]::new))
                .statusCode(400)
                .body("errors[0].field", equalTo("inviteeIds"));
        check(group, ann).statusCode(400);
    }

    @Test
    void inAnArchivedGroupNobodyIsInvited() {
        String archived = aGroup(Map.of());
        Database.execute("update groups set archived = true where id = ?::uuid", archived);
        check(archived, ann, ben.id()).statusCode(409).body("code", equalTo("archived"));
    }

    @Test
    void nobodyButTheServiceMayAsk() {
        String group = aGroup(Map.of());
        for (Someone other : List.of(ann, Someone.hostApp())) {
            other.internal("POST", "/groups/{g}/invitation-check", "{}", group).statusCode(403);
        }
    }

    private String aGroup(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("name", "Chess Club");
        return ann.founds(all);
    }

    private ValidatableResponse check(String group, Someone inviter, String... invitees) {
        Map<String, Object> question = Map.of("inviterId", inviter.id(), "inviteeIds", invitees);
        return invitations.internal("POST", "/groups/{g}/invitation-check", question, group);
    }

    private void bans(String group, Someone someone) {
        ann.put("/groups/{g}/bans/{u}", Map.of(), group, someone.id()).statusCode(201);
    }

    private ValidatableResponse look(String group, Someone someone) {
        return invitations
                .request()
                .get("/internal/groups/{g}/members/{u}", group, someone.id())
                .then();
    }
}
