package org.convoke.invitations.link.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.invalid;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.Answers.unavailable;
import static org.convoke.invitations.link.ByLink.PATH;
import static org.convoke.invitations.link.ByLink.aLink;
import static org.convoke.invitations.link.ByLink.creates;
import static org.convoke.invitations.link.ByLink.listed;
import static org.convoke.invitations.link.ByLink.lists;
import static org.convoke.invitations.link.ByLink.redeems;
import static org.convoke.invitations.link.ByLink.revokes;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.convoke.invitations.group.GroupsDouble;
import org.convoke.invitations.link.ByLink.ALink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the admins of a group do with its links. */
@QuarkusTest
class LinkTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final AGroup group = ann.founds();

    @Test
    void aLinkShowsItsCodeOnce() {
        ValidatableResponse answer = creates(ann, group, Map.of("maxUses", 2)).statusCode(201);
        String id = answer.extract().path("id");
        answer.header("Location", endsWith(PATH + "/" + id))
                .body("code", matchesPattern("[A-Za-z0-9_-]{32}"))
                .body("groupId", equalTo(group.id.toString()))
                .body("maxUses", equalTo(2))
                .body("uses", equalTo(0))
                .body("revoked", equalTo(false))
                .body("createdBy", equalTo(ann.id()));
        lists(ann, group, "")
                .statusCode(200)
                .body("items[0].id", equalTo(id))
                .body("items[0].maxUses", equalTo(2))
                .body("items[0].expiresAt", equalTo(answer.extract().path("expiresAt")))
                .body("items[0]", not(hasKey("code")))
                .body("next", nullValue());
    }

    @Test
    void aLinkIsForAnyNumberOfPeopleAndAWeekUnlessSaidOtherwise() {
        ValidatableResponse answer =
                creates(ann, group, Map.of()).body("$", hasKey("maxUses")).body("maxUses", nullValue());
        assertThat(life(answer)).isEqualTo(Duration.ofDays(7));
        assertThat(life(creates(ann, group, Map.of("expiresInDays", 365)))).isEqualTo(Duration.ofDays(365));
    }

    @ParameterizedTest
    @CsvSource({
        "maxUses, 0",
        "maxUses, 100001",
        "maxUses, 1.5",
        "maxUses, true",
        "expiresInDays, 0",
        "expiresInDays, 366",
        "expiresInDays, \"7\"",
        "expiresInDays, 1e99"
    })
    void aNumberOutsideOfItsBoundsIsRefused(String field, String value) {
        String body = "{\"groupId\": \"%s\", \"%s\": %s}".formatted(group.id, field, value);
        invalid(ann.request().body(body).post(PATH).then(), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "uses", "id", "createdBy", "revoked", "expiresAt"})
    void anUnknownFieldIsRefused(String field) {
        refused(creates(ann, group, Map.of(field, "x")), 400, "unknown-field");
    }

    @Test
    void whatIsMissingIsNamed() {
        refused(ann.request().body("{}").post(PATH).then(), 400, "invalid").body("errors.field", contains("groupId"));
        refused(ann.request().body("").post(PATH).then(), 400, "invalid");
        refused(ann.request().get(PATH).then(), 400, "invalid");
        refused(ann.request().get(PATH + "?groupId=1").then(), 400, "invalid");
        refused(lists(ann, group, "&limit=101"), 400, "invalid");
        refused(lists(ann, group, "&cursor=AAAAAAAA"), 400, "invalid");
        refused(revokes(ann, "1"), 400, "invalid");
        refused(ann.request().body("{\"x\": 1}").post(PATH + "/x/redeem").then(), 400, "unknown-field");
    }

    @ParameterizedTest
    @CsvSource({"OWNER, true", "ADMIN, true", "MODERATOR, false", "MEMBER, false"})
    void linksAreForAdmins(String role, boolean may) {
        ALink link = aLink(ann, group);
        group.seat(ben.id(), role);
        if (may) {
            assertThat(listed(ben, group)).containsExactly(link.id());
            aLink(ben, group);
            revokes(ben, link.id()).statusCode(204);
        } else {
            nothingOf(link, 403, "forbidden");
        }
    }

    @Test
    void anOutsiderIsRefusedAndOfAHiddenGroupSheIsToldNothing() {
        ALink link = aLink(ann, group);
        nothingOf(link, 403, "forbidden");
        group.visibility = "HIDDEN";
        nothingOf(link, 404, "not-found");
    }

    @Test
    void whoMadeALinkAndIsNoAdminAnyMoreMayNotRevokeIt() {
        group.seat(ben.id(), "ADMIN");
        ALink link = aLink(ben, group);
        group.seat(ben.id(), "MEMBER");
        refused(revokes(ben, link.id()), 403, "forbidden");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        ALink link = aLink(ann, group);
        refused(revokes(ann, UUID.randomUUID().toString()), 404, "not-found");
        GroupsDouble.running().delete(group);
        nothingOf(link, 404, "not-found");
    }

    @Test
    void anArchivedGroupGetsNoLinksButLosesThem() {
        ALink link = aLink(ann, group);
        group.archived = true;
        refused(creates(ann, group, Map.of()), 409, "archived");
        assertThat(listed(ann, group)).containsExactly(link.id());
        revokes(ann, link.id()).statusCode(204);
    }

    @Test
    void revokingTwiceChangesNothing() {
        ALink link = aLink(ann, group);
        revokes(ann, link.id()).statusCode(204);
        revokes(ann, link.id()).statusCode(204);
        lists(ann, group, "").body("items[0].revoked", equalTo(true));
        refused(redeems(ben, link), 410, "revoked");
    }

    @Test
    void linksAreListedNewestFirstPageByPageAlsoThoseThatHaveEnded() {
        List<String> made =
                IntStream.range(0, 5).mapToObj(i -> aLink(ann, group).id()).toList();
        revokes(ann, made.getFirst()).statusCode(204);
        new ALink(made.get(1), "").endNow();
        aLink(ann, ann.founds());
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            ExtractableResponse<Response> page =
                    lists(ann, group, "&limit=2" + cursor).extract();
            read.addAll(page.path("items.id"));
            cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!cursor.isEmpty());
        assertThat(read).isEqualTo(made.reversed());
    }

    @Test
    void aGroupHasAtMostTenLinksThatAdmitSomebody() {
        List<ALink> links = IntStream.range(0, 10)
                .mapToObj(i -> aLink(ann, group, Map.of("maxUses", 1)))
                .toList();
        isFull();
        revokes(ann, links.get(0).id());
        aLink(ann, group);
        isFull();
        links.get(1).endNow();
        aLink(ann, group);
        isFull();
        redeems(ben, links.get(2)).statusCode(201);
        aLink(ann, group);
        isFull();
        aLink(ann, ann.founds());
    }

    @Test
    void thirtyLinksAtOnceAreTen() {
        List<Integer> answers =
                AtOnce.times(30, () -> creates(ann, group, Map.of()).extract().statusCode());
        assertThat(answers).containsOnly(201, 409);
        assertThat(answers).filteredOn(each -> each == 201).hasSize(10);
        assertThat(listed(ann, group)).hasSize(10);
    }

    @Test
    void theSameKeyMakesOneLinkAndAnswersItsCodeAgain() {
        String key = UUID.randomUUID().toString();
        String first = keyed(key, group).statusCode(201).extract().asString();
        String again = keyed(key, group)
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .extract()
                .asString();
        assertThat(again).isEqualTo(first);
        refused(keyed(key, ann.founds()), 422, "idempotency-key-reused");
        assertThat(listed(ann, group)).hasSize(1);
        List<Integer> answers =
                AtOnce.times(10, () -> keyed("other-" + key, group).extract().statusCode());
        assertThat(answers).isSubsetOf(201, 409).contains(201);
        assertThat(listed(ann, group)).hasSize(2);
    }

    @Test
    void aKeyIsNoRight() {
        group.seat(ben.id(), "ADMIN");
        String key = UUID.randomUUID().toString();
        var body = Map.of("groupId", group.id);
        ben.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201);
        group.seat(ben.id(), "MEMBER");
        refused(
                ben.request()
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post(PATH)
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void withoutAnAnswerOfGroupsNothingIsDone() {
        ALink link = aLink(ann, group);
        group.fault = Fault.UNAVAILABLE;
        unavailable(creates(ann, group, Map.of()));
        unavailable(revokes(ann, link.id()));
        group.fault = Fault.NONE;
        assertThat(listed(ann, group)).containsExactly(link.id());
        redeems(ben, link).statusCode(201);
    }

    private ValidatableResponse keyed(String key, AGroup to) {
        return ann.request()
                .header("Idempotency-Key", key)
                .body(Map.of("groupId", to.id))
                .post(PATH)
                .then();
    }

    private void isFull() {
        refused(creates(ann, group, Map.of()), 409, "too-many-links");
    }

    /** Ben may do nothing with it. */
    private void nothingOf(ALink link, int status, String code) {
        refused(creates(ben, group, Map.of()), status, code);
        refused(lists(ben, group, ""), status, code);
        refused(revokes(ben, link.id()), status, code);
    }

    private static Duration life(ValidatableResponse made) {
        return Duration.between(
                Instant.parse(made.extract().path("createdAt")),
                Instant.parse(made.extract().path("expiresAt")));
    }
}
