package org.convoke.groups.group.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupResourceTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aNewGroupIsAnsweredWithItsPlaceAndVersion() {
        Map<String, Object> settings = Map.of(
                "name", "Chess Club",
                "description", "Openings\nand endgames",
                "visibility", "PRIVATE",
                "joinPolicy", "OPEN",
                "whoMayInvite", "MODERATORS",
                "capacity", 10,
                "metadata", Map.of("city", "Graz"));
        ValidatableResponse answer = ann.post("/groups", settings)
                .statusCode(201)
                .header("ETag", matchesPattern("\".+\""))
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
                .body("createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"))
                .body("memberCount", equalTo(1))
                .body("archived", equalTo(false))
                .body("myRole", equalTo("OWNER"))
                .body("createdBy", equalTo(ann.id()));
        settings.forEach((field, value) -> answer.body(field, equalTo(value)));
        String id = answer.extract().path("id");
        answer.header("Location", equalTo("/api/v1/groups/" + id));
        ann.get("/groups/{g}", id)
                .statusCode(200)
                .header("ETag", answer.extract().header("ETag"))
                .body("", equalTo(answer.extract().path("")));
    }

    @Test
    void onlyTheNameMustBeGiven() {
        ann.post("/groups", Map.of("name", "Chess Club"))
                .statusCode(201)
                .body("description", equalTo(""))
                .body("visibility", equalTo("PUBLIC"))
                .body("joinPolicy", equalTo("INVITE_ONLY"))
                .body("whoMayInvite", equalTo("MEMBERS"))
                .body("capacity", equalTo(5000))
                .body("metadata", anEmptyMap());
    }

    @Test
    void aNameIsStoredInItsNormalFormAndReturnedAsItIs() {
        for (String name : List.of("<b>Zürich</b>", "Robert'); drop table groups;--", "数学研究会", "👩‍👩‍👧 & friends")) {
            ann.post("/groups", Map.of("name", name)).statusCode(201).body("name", equalTo(name));
        }
        ann.post("/groups", Map.of("name", "Zu\u0308rich")).statusCode(201).body("name", equalTo("Z\u00fcrich"));
    }

    @Test
    void aPublicGroupIsReadByEveryone() {
        String group = ann.founds(Map.of("name", "Chess Club", "metadata", Map.of("city", "Graz")));
        ben.get("/groups/{g}", group)
                .statusCode(200)
                .body("myRole", nullValue())
                .body("createdBy", equalTo(ann.id()))
                .body("metadata.city", equalTo("Graz"));
    }

    @Test
    void outsidersOfAPrivateGroupSeeThatThereIsSuchAGroup() {
        String group = ann.founds(
                Map.of("name", "Chess " + word, "visibility", "PRIVATE", "metadata", Map.of("city", "Graz")));
        ben.get("/groups/{g}", group)
                .statusCode(200)
                .body("memberCount", equalTo(1))
                .body("joinPolicy", equalTo("INVITE_ONLY"))
                .body("createdBy", nullValue())
                .body("metadata", aMapWithSize(0));
        ben.get("/groups?query={q}", word).body("items.id", contains(group));
    }

    @Test
    void aHiddenGroupIsNotThereForStrangers() {
        String group = ann.founds(Map.of("name", "Chess " + word, "visibility", "HIDDEN"));
        ben.get("/groups/{g}", group).statusCode(404).body("code", equalTo("not-found"));
        ben.get("/groups?query={q}", word).statusCode(200).body("items", empty());
        ben.get("/groups?limit=100").body("items.id", not(hasItem(group)));
        ann.get("/groups/{g}", group).statusCode(200);
        ann.get("/groups?query={q}", word).body("items.id", contains(group));
        ann.get("/groups?member=me").body("items.id", contains(group));
    }

    @Test
    void aHiddenGroupIsThereForWhoIsInvitedOnceAndUntilTheInvitationEnds() {
        String group = ann.founds(Map.of("name", "Chess " + word, "visibility", "HIDDEN"));
        invite(group, false);
        invite(group, false);
        ben.get("/groups/{g}", group).statusCode(200).body("createdBy", nullValue());
        ben.get("/groups?query={q}", word)
                .body("items.id", contains(group))
                .body("items.myRole", contains(nullValue()));
        ben.get("/groups?limit=100").body("items.id", hasItem(group));
        ben.get("/groups?member=me").body("items", empty());
        ben.get("/groups/{g}/members", group).statusCode(404);
        Database.execute("update pending_invitations set expires_at = now() where group_id = ?::uuid", group);
        ben.get("/groups/{g}", group).statusCode(404);
        ben.get("/groups?query={q}", word).body("items", empty());
        invite(group, true);
        ben.get("/groups/{g}", group).statusCode(404);
        ben.get("/groups?query={q}", word).body("items", empty());
    }

    private void invite(String group, boolean withheld) {
        Database.execute("""
                insert into pending_invitations (invitation_id, group_id, invitee_id, inviter_id, withheld, expires_at)
                values (gen_random_uuid(), ?::uuid, ?, ?, ?, now() + interval '1 day')""", group, ben.id(), ann.id(), withheld);
    }

    @Test
    void groupsAreFoundByTheBeginningsOfTheirWords() {
        String group = ann.founds(Map.of("name", "Müllers Straßen-Schach " + word));
        for (String typed : List.of(word, word.toUpperCase(), "schach " + word, word + " mull", "strasse " + word)) {
            ben.get("/groups?query={q}", typed).statusCode(200).body("items.id", contains(group));
        }
        for (String typed : List.of("chach " + word, word + "x", word + " dame")) {
            ben.get("/groups?query={q}", typed).statusCode(200).body("items", empty());
        }
    }

    @Test
    void whatIsTypedIsNeverCode() {
        for (String typed : List.of("'", "\\", "a:*|b", "'; drop table groups;--", "!", "<>", "%", "(")) {
            ben.get("/groups?query={q}", typed + " " + word).statusCode(200).body("items", empty());
        }
    }

    @Test
    void myGroupsAreThoseIBelongTo() {
        String mine = ann.founds(Map.of("name", "Chess Club"));
        String joined = ben.founds(Map.of("name", "Go Club", "joinPolicy", "OPEN"));
        ben.founds(Map.of("name", "Poker Club"));
        ann.join(joined).statusCode(201);
        ann.get("/groups?member=me").body("items.id", contains(joined, mine));
        ann.get("/groups?member={u}", ben.id()).statusCode(400);
    }

    @Test
    void pagesFollowEachOtherWithoutAGapOrARepeat() {
        List<String> founded = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            founded.addFirst(ann.founds(Map.of("name", word + " " + i)));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            ValidatableResponse page = ben.get(
                            "/groups?query={q}&limit=2&cursor={c}"
                                    .replace("&cursor={c}", cursor.isEmpty() ? "" : "&cursor=" + cursor),
                            word)
                    .statusCode(200);
            seen.addAll(page.extract().path("items.id"));
            cursor = page.extract().path("next");
        }
        assertThat(seen).isEqualTo(founded);
    }

    @Test
    void aCursorIsTakenBackOnlyAsItWas() {
        for (int i = 0; i < 3; i++) {
            ann.founds(Map.of("name", word + " " + i));
        }
        String cursor = ben.get("/groups?query={q}&limit=1", word).extract().path("next");
        ben.get("/groups?cursor={c}", cursor + "x").statusCode(400).body("errors[0].field", equalTo("cursor"));
        ben.get("/people?query=a&cursor={c}", cursor).statusCode(400);
        ben.get("/groups?limit=1000000").statusCode(400).body("errors[0].field", equalTo("limit"));
        ben.get("/groups?limit=0").statusCode(400);
    }

    @Test
    void onePersonOwnsAHundredGroupsAndNotOneMoreEvenAtOnce() {
        for (int i = 0; i < 97; i++) {
            ann.founds(Map.of("name", "Chess Club"));
        }
        List<Integer> answers = AtOnce.run(
                8,
                i -> ann.post("/groups", Map.of("name", "Chess Club")).extract().statusCode());
        assertThat(answers).containsOnly(201, 429);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
        ann.post("/groups", Map.of("name", "Chess Club"))
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .body("code", equalTo("group-quota"));
    }
}
