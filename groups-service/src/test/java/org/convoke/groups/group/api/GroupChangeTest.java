package org.convoke.groups.group.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convoke.events.DomainEvent;
import org.convoke.events.GroupEvent.GroupArchived;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupEvent.GroupUnarchived;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GroupChangeTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);
    private String group;

    @BeforeEach
    void aGroup() {
        group = ann.founds(Map.of("name", "Chess " + word, "joinPolicy", "OPEN"));
    }

    @Test
    void everySettingIsChangedAndTold() {
        Map<String, Object> settings = Map.of(
                "name", "Go " + word,
                "description", "Stones",
                "visibility", "PRIVATE",
                "joinPolicy", "REQUEST",
                "whoMayInvite", "ADMINS",
                "capacity", 7,
                "metadata", Map.of("city", "Graz"));
        String before = tag();
        ValidatableResponse answer = ann.change(group, settings).statusCode(200);
        settings.forEach((field, value) -> answer.body(field, equalTo(value)));
        answer.header("ETag", not(equalTo(before)));
        ann.get("/groups/{g}", group)
                .header("ETag", answer.extract().header("ETag"))
                .body("", equalTo(answer.extract().path("")));

        GroupUpdated updated = (GroupUpdated) Told.ofGroup(group, 2).getLast();
        assertThat(updated.actorId()).isEqualTo(ann.id());
        assertThat(updated.changed())
                .containsExactly(
                        "name", "description", "visibility", "joinPolicy", "whoMayInvite", "capacity", "metadata");
        assertThat(updated.group().name()).isEqualTo("Go " + word);
        ben.get("/groups?query={q}", "go " + word).body("items.id", hasItem(group));
        ben.get("/groups?query={q}", "chess " + word).body("items", empty());
    }

    @Test
    void whatIsNotWrittenStaysAndOnlyWhatDiffersIsTold() {
        ann.change(group, Map.of("name", "Chess " + word, "description", "new"))
                .statusCode(200)
                .body("joinPolicy", equalTo("OPEN"));
        GroupUpdated updated = (GroupUpdated) Told.ofGroup(group, 2).getLast();
        assertThat(updated.changed()).containsExactly("description");
    }

    @Test
    void noChangeMakesNoRevisionAndNoEvent() {
        String tag = tag();
        ann.change(group, Map.of("name", "Chess " + word)).statusCode(200).header("ETag", tag);
        ann.change(group, Map.of()).statusCode(200).header("ETag", tag);
        ann.change(group, Map.of("capacity", 9)).statusCode(200);
        assertThat(Told.ofGroup(group, 2)).hasSize(2);
    }

    @Test
    void aChangeNamesTheRevisionThatItBuildsOn() {
        String tag = tag();
        ann.patch("/groups/{g}", Map.of("description", "x"), group)
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        changeIf(tag, "x").statusCode(200);
        changeIf(tag, "y").statusCode(412).body("code", equalTo("precondition-failed"));
        changeIf("W/" + tag(), "y").statusCode(412);
        changeIf("\"abc\"", "y").statusCode(412);
        changeIf("abc", "y").statusCode(400).body("errors.field", hasItem("If-Match"));
        changeIf("\"abc\", " + tag(), "y").statusCode(200);
        changeIf("*", "z").statusCode(200).body("description", equalTo("z"));
        assertThat(Told.ofGroup(group, 4)).hasSize(4);
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                Arguments.of("name", List.of("ab", "x".repeat(81), 7, "a\0bc")),
                Arguments.of("description", List.of("x".repeat(2001), 7)),
                Arguments.of("visibility", List.of("SECRET", 0)),
                Arguments.of("joinPolicy", List.of("ANY")),
                Arguments.of("whoMayInvite", List.of("OWNERS")),
                Arguments.of("capacity", List.of(0, 1, 100_001, 2.5, "5")),
                Arguments.of("metadata", List.of("text", Map.of("", "v"), Map.of("k", 7))));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void aWrongFieldIsRefusedByItsNameAndSoIsNull(String field, List<Object> values) {
        for (Object value : values) {
            ann.change(group, Map.of(field, value)).statusCode(400).body("errors.field", hasItem(field));
        }
        ann.change(group, Collections.singletonMap(field, null))
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "memberCount", "archived", "createdBy", "ownerId", "revision", "seq", "myRole"})
    void anUnknownFieldIsRefused(String field) {
        ann.change(group, Map.of(field, 9)).statusCode(400).body("code", equalTo("unknown-field"));
    }

    @Test
    void aGroupKeepsSeatsForItsMembers() {
        ben.join(group).statusCode(201);
        Someone cleo = Someone.called("Cleo");
        cleo.join(group).statusCode(201);
        ann.change(group, Map.of("capacity", 2))
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("errors.field", hasItem("capacity"));
        ann.change(group, Map.of("capacity", 3)).statusCode(200);
        Someone.called("Dan").join(group).statusCode(409).body("code", equalTo("group-full"));
    }

    @Test
    void anArchivedGroupIsReadAndLeftAndTakesNothingElse() {
        Someone cleo = Someone.called("Cleo");
        ben.join(group);
        cleo.join(group);
        String tag = tag();
        archive("archive").statusCode(200).body("archived", equalTo(true)).header("ETag", not(equalTo(tag)));
        archive("archive").statusCode(200);
        archived(ann.change(group, Map.of("description", "x")));
        archived(Someone.called("Dan").join(group));
        archived(ann.assign(group, ben, "ADMIN"));
        archived(ann.patch("/groups/{g}/members/{u}", Map.of("mutedUntil", "2099-01-01T00:00:00Z"), group, ben.id()));
        archived(ann.remove(group, ben));
        archived(ann.ban(group, ben));
        archived(ann.delete("/groups/{g}/bans/{u}", group, ben.id()));
        archived(ann.post("/groups/{g}/ownership", Map.of("toUserId", ben.id()), group));
        ben.join(group).statusCode(200);
        for (String path : List.of("", "/members", "/activity", "/audit", "/bans")) {
            ann.get("/groups/{g}" + path, group).statusCode(200);
        }
        cleo.leave(group).statusCode(204);
        ann.delete("/groups/{g}/members/me?successor={u}", group, ben.id()).statusCode(204);
        ben.post("/groups/{g}/unarchive", Map.of(), group).statusCode(200).body("archived", equalTo(false));
        ben.request().post("/api/v1/groups/{g}/unarchive", group).then().statusCode(200);
        cleo.join(group).statusCode(201);
        assertThat(Told.ofGroup(group, 9))
                .hasAtLeastOneElementOfType(GroupArchived.class)
                .hasAtLeastOneElementOfType(GroupUnarchived.class)
                .hasSize(9);
    }

    @Test
    void archivingTakesNoFields() {
        ann.post("/groups/{g}/archive", Map.of("archived", true), group)
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
    }

    @Test
    void aDeletedGroupIsGoneForEveryone() {
        ben.join(group);
        ben.delete("/groups/{g}", group).statusCode(403).body("code", equalTo("forbidden"));
        ann.delete("/groups/{g}", group).statusCode(204);
        for (Someone someone : List.of(ann, ben)) {
            for (String path : List.of("", "/members", "/activity", "/audit", "/bans")) {
                someone.get("/groups/{g}" + path, group).statusCode(404);
            }
            someone.join(group).statusCode(404);
            someone.leave(group).statusCode(404);
            someone.delete("/groups/{g}", group).statusCode(404);
            someone.get("/groups?member=me").body("items.id", not(hasItem(group)));
            someone.get("/groups?query={q}", word).body("items", empty());
            someone.get("/groups?limit=100").body("items.id", not(hasItem(group)));
        }
        ann.assign(group, ben, "ADMIN").statusCode(404);
        Someone service = Someone.invitationsService();
        Map<String, Object> seat =
                Map.of("invitationId", UUID.randomUUID(), "invitedBy", ann.id(), "deadline", "2099-01-01T00:00:00Z");
        service.internal("PUT", "/groups/{g}/members/{u}", seat, group, ben.id())
                .statusCode(404);
        Map<String, Object> question = Map.of("inviterId", ann.id(), "inviteeIds", List.of(ben.id()));
        service.internal("POST", "/groups/{g}/invitation-check", question, group)
                .statusCode(404);
        List<DomainEvent> events = Told.ofGroup(group, 3);
        assertThat(events.getFirst()).isInstanceOf(GroupCreated.class);
        assertThat(events.getLast()).isEqualTo(new GroupDeleted(UUID.fromString(group), "Chess " + word, ann.id()));
    }

    @Test
    void strangersMayNotDeleteWhatTheySeeAndDoNotSeeTheRest() {
        ben.delete("/groups/{g}", group).statusCode(403);
        ben.delete("/groups/{g}", ann.founds(Map.of("name", "Chess", "visibility", "PRIVATE")))
                .statusCode(403);
        ben.delete("/groups/{g}", ann.founds(Map.of("name", "Chess", "visibility", "HIDDEN")))
                .statusCode(404);
    }

    @Test
    void aDeletedGroupCountsForNoQuota() {
        Someone founder = Someone.called("Fay");
        String last = "";
        for (int i = 0; i < 100; i++) {
            last = founder.founds(Map.of("name", "Chess Club"));
        }
        founder.post("/groups", Map.of("name", "Chess Club")).statusCode(429);
        founder.delete("/groups/{g}", last).statusCode(204);
        founder.post("/groups", Map.of("name", "Chess Club")).statusCode(201);
    }

    private ValidatableResponse archive(String verb) {
        return ann.post("/groups/{g}/" + verb, Map.of(), group);
    }

    private static void archived(ValidatableResponse answer) {
        answer.statusCode(409).body("code", equalTo("archived"));
    }

    private ValidatableResponse changeIf(String ifMatch, String description) {
        return ann.request()
                .header("If-Match", ifMatch)
                .body(Map.of("description", description))
                .patch("/api/v1/groups/{g}", group)
                .then();
    }

    private String tag() {
        return ann.get("/groups/{g}", group).extract().header("ETag");
    }
}
