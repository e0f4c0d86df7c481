package org.convoke.groups.activity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convoke.events.Fact;
import org.convoke.events.Topic;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActivityResourceTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final Someone cleo = Someone.called("Cleo");
    private String group;

    /** Everything that can happen to a group and its members, in this order. */
    @BeforeEach
    void aLife() {
        group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN"));
        ben.join(group).statusCode(201);
        cleo.join(group).statusCode(201);
        ann.change(group, Map.of("description", "Openings", "capacity", 7)).statusCode(200);
        ann.assign(group, ben, "ADMIN").statusCode(200);
        ben.patch("/groups/{g}/members/{u}", Map.of("mutedUntil", "2099-01-01T00:00:00Z"), group, cleo.id())
                .statusCode(200);
        ann.ban(group, cleo).statusCode(201);
        ann.delete("/groups/{g}/bans/{u}", group, cleo.id()).statusCode(204);
        ann.post("/groups/{g}/archive", Map.of(), group).statusCode(200);
        ann.post("/groups/{g}/unarchive", Map.of(), group).statusCode(200);
        ann.post("/groups/{g}/ownership", Map.of("toUserId", ben.id()), group).statusCode(200);
        ann.leave(group).statusCode(204);
    }

    @Test
    void theFeedTellsWhatMembersMayKnowTheNewestFirst() {
        ben.get("/groups/{g}/activity", group)
                .statusCode(200)
                .body(
                        "items.kind",
                        contains(
                                "MEMBER_LEFT",
                                "OWNERSHIP_TRANSFERRED",
                                "GROUP_UNARCHIVED",
                                "GROUP_ARCHIVED",
                                "MEMBER_REMOVED",
                                "MEMBER_ROLE_CHANGED",
                                "GROUP_UPDATED",
                                "MEMBER_JOINED",
                                "MEMBER_JOINED",
                                "GROUP_CREATED"))
                .body("items[5].actorId", equalTo(ann.id()))
                .body("items[5].subjectId", equalTo(ben.id()))
                .body("items[5].data.role", equalTo("ADMIN"))
                .body("items[6].data.changed", contains("description", "capacity"))
                .body("items[9].subjectId", nullValue());
    }

    @Test
    void theAuditHasEveryFactUnderItsOwnId() {
        List<String> facts = new ArrayList<>();
        for (Fact<?> fact : Told.under(Topic.GROUPS, group, 13)) {
            facts.addFirst(fact.id().toString());
        }
        ValidatableResponse audit = ben.get("/groups/{g}/audit", group).statusCode(200);
        assertThat(audit.extract().<List<String>>path("items.id")).isEqualTo(facts);
        assertThat(facts)
                .containsAll(ben.get("/groups/{g}/activity", group).extract().<List<String>>path("items.id"));
        audit.body(
                "items.kind",
                contains(
                        "MEMBER_LEFT",
                        "OWNERSHIP_TRANSFERRED",
                        "GROUP_UNARCHIVED",
                        "GROUP_ARCHIVED",
                        "MEMBER_UNBANNED",
                        "MEMBER_BANNED",
                        "MEMBER_REMOVED",
                        "MEMBER_MUTED",
                        "MEMBER_ROLE_CHANGED",
                        "GROUP_UPDATED",
                        "MEMBER_JOINED",
                        "MEMBER_JOINED",
                        "GROUP_CREATED"));
    }

    @Test
    void theAuditSaysWhatWasBeforeAndWhy() {
        audit("kind=MEMBER_BANNED")
                .body("items.data.reason", contains("spam"))
                .body("items.actorId", contains(ann.id()))
                .body("items.subjectId", contains(cleo.id()))
                .body("items.groupId", contains(group));
        audit("kind=MEMBER_ROLE_CHANGED")
                .body("items[0].data.previousRole", equalTo("MEMBER"))
                .body("items[0].data.role", equalTo("ADMIN"));
        audit("kind=GROUP_UPDATED")
                .body("items[0].data.description.from", equalTo(""))
                .body("items[0].data.description.to", equalTo("Openings"))
                .body("items[0].data.capacity.from", equalTo(5000))
                .body("items[0].data.capacity.to", equalTo(7));
        audit("kind=MEMBER_MUTED").body("items[0].data.mutedUntil", equalTo("2099-01-01T00:00:00Z"));
        audit("kind=OWNERSHIP_TRANSFERRED").body("items[0].data.previousOwner", equalTo(ann.id()));
    }

    @Test
    void theAuditIsFilteredByKindAndActor() {
        audit("actorId=" + ben.id()).body("items.kind", contains("MEMBER_MUTED", "MEMBER_JOINED"));
        audit("actorId=" + ben.id() + "&kind=MEMBER_JOINED").body("items.kind", contains("MEMBER_JOINED"));
        audit("kind=NOTHING").body("items", empty());
        ben.get("/groups/{g}/audit?kind=x", group).statusCode(400).body("errors.field", hasItem("kind"));
    }

    @Test
    void theAuditNamesTheRequestThatCausedIt() {
        assertThat(change("req-1.a_b", "one")).isEqualTo("req-1.a_b");
        String ours = change("not an id", "two");
        audit("kind=GROUP_UPDATED").body("items.requestId[0]", equalTo(ours));
        audit("kind=GROUP_UPDATED").body("items.requestId[1]", equalTo("req-1.a_b"));
    }

    @Test
    void bothComeInPages() {
        for (String list : List.of("activity", "audit")) {
            List<String> whole = ben.get("/groups/{g}/" + list, group).extract().path("items.id");
            List<String> seen = new ArrayList<>();
            String cursor = null;
            do {
                String path = "/groups/{g}/" + list + "?limit=3" + (cursor == null ? "" : "&cursor=" + cursor);
                ValidatableResponse page = ben.get(path, group).statusCode(200);
                seen.addAll(page.extract().path("items.id"));
                cursor = page.extract().path("next");
            } while (cursor != null);
            assertThat(seen).isEqualTo(whole);
        }
        String cursor = ben.get("/groups/{g}/audit?limit=1", group).extract().path("next");
        ben.get("/groups/{g}/activity?cursor={c}", group, cursor).statusCode(400);
    }

    @Test
    void whatIsRefusedIsNotWrittenDown() {
        cleo.change(group, Map.of("description", "x")).statusCode(403);
        ann.leave(group).statusCode(204);
        assertThat(ben.get("/groups/{g}/audit", group).extract().<List<String>>path("items.id"))
                .hasSize(13);
    }

    @Test
    void theAuditIsForAdminsAndTheFeedForWhoMaySeeTheMembers() {
        cleo.join(group).statusCode(201);
        cleo.get("/groups/{g}/audit", group).statusCode(403).body("code", equalTo("forbidden"));
        Someone stranger = Someone.called("Dan");
        stranger.get("/groups/{g}/audit", group).statusCode(403);
        stranger.get("/groups/{g}/activity", group).statusCode(200);
        ben.change(group, Map.of("visibility", "PRIVATE")).statusCode(200);
        stranger.get("/groups/{g}/activity", group).statusCode(404);
        stranger.get("/groups/{g}/audit", group).statusCode(403);
        ben.change(group, Map.of("visibility", "HIDDEN")).statusCode(200);
        stranger.get("/groups/{g}/audit", group).statusCode(404);
        cleo.get("/groups/{g}/activity", group).statusCode(200);
    }

    private ValidatableResponse audit(String filter) {
        return ben.get("/groups/{g}/audit?" + filter, group).statusCode(200);
    }

    /** The id that the answer gives back. */
    private String change(String requestId, String description) {
        return ben.request()
                .header("X-Request-Id", requestId)
                .header("If-Match", "*")
                .body(Map.of("description", description))
                .patch("/api/v1/groups/{g}", group)
                .then()
                .statusCode(200)
                .extract()
                .header("X-Request-Id");
    }
}
