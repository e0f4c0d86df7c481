package org.convoke.groups.membership.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupEvent.MemberMuted;
import org.convoke.events.GroupEvent.MemberRemoved;
import org.convoke.events.GroupEvent.MemberRoleChanged;
import org.convoke.events.GroupEvent.OwnershipTransferred;
import org.convoke.events.MembershipState;
import org.convoke.events.Topic;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModerationTest {

    private static final String LATER = "2099-01-01T00:00:00Z";

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final Someone cleo = Someone.called("Cleo");
    private final Someone dan = Someone.called("Dan");
    private final Someone stranger = Someone.called("Eve");
    private String group;
    private UUID id;

    /** Ann owns, Ben is admin, Cleo moderator, Dan a member: six facts. */
    @BeforeEach
    void theyHaveRoles() {
        group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN"));
        id = UUID.fromString(group);
        for (Someone someone : List.of(ben, cleo, dan)) {
            someone.join(group).statusCode(201);
        }
        ann.assign(group, ben, "ADMIN").statusCode(200).body("role", equalTo("ADMIN"));
        ben.assign(group, cleo, "MODERATOR").statusCode(200).body("role", equalTo("MODERATOR"));
    }

    @Test
    void aChangedRoleIsToldWithTheNewMembership() {
        ann.assign(group, ben, "ADMIN").statusCode(200);
        assertThat(Told.ofGroup(group, 6).get(4))
                .isEqualTo(new MemberRoleChanged(id, "Chess Club", ann.id(), ben.id(), "ADMIN", "MEMBER"));
        List<Fact<?>> states = states(ben, 2);
        assertThat(states.getLast().event()).isEqualTo(new MembershipState(id, ben.id(), "ADMIN"));
        assertThat(states.getLast().seq()).isEqualTo(5);
        assertThat(Told.ofGroup(group, 6)).hasSize(6);
    }

    @Test
    void nobodyActsOnAnEqualOrHigherRole() {
        refused(ben.assign(group, ann, "MEMBER"), "outranked");
        refused(cleo.assign(group, ben, "MEMBER"), "outranked");
        refused(cleo.remove(group, ben), "outranked");
        refused(cleo.remove(group, cleo), "outranked");
        refused(ann.remove(group, ann), "outranked");
        refused(ben.assign(group, ben, "MEMBER"), "outranked");
        refused(cleo.assign(group, dan, "MODERATOR"), "forbidden");
        refused(ben.assign(group, dan, "ADMIN"), "forbidden");
        refused(ben.assign(group, dan, "OWNER"), "forbidden");
        refused(dan.assign(group, dan, "ADMIN"), "forbidden");
        refused(dan.remove(group, cleo), "forbidden");
        refused(stranger.assign(group, dan, "MODERATOR"), "forbidden");
        refused(stranger.remove(group, dan), "forbidden");
    }

    @Test
    void whoIsNoMemberIsNotFound() {
        ann.assign(group, stranger, "ADMIN").statusCode(404).body("code", equalTo("not-found"));
        ann.remove(group, stranger).statusCode(404);
        ann.get("/groups/{g}/members/{u}", group, stranger.id()).statusCode(404);
        cleo.remove(group, dan).statusCode(204);
        cleo.remove(group, dan).statusCode(404);
    }

    @Test
    void anOwnerMakesAnotherAndThenGivesHerOwnRoleAway() {
        ann.assign(group, ann, "MEMBER").statusCode(409).body("code", equalTo("last-owner"));
        ann.assign(group, ann, "OWNER").statusCode(200);
        ann.assign(group, ben, "OWNER").statusCode(200).body("role", equalTo("OWNER"));
        ann.assign(group, ben, "OWNER").statusCode(200);
        refused(ben.assign(group, ann, "MEMBER"), "outranked");
        ann.assign(group, ann, "MEMBER").statusCode(200).body("role", equalTo("MEMBER"));
        ben.assign(group, ben, "MEMBER").statusCode(409);
    }

    @Test
    void aMuteIsSetAndEnded() {
        mute(cleo, dan, LATER)
                .statusCode(200)
                .body("mutedUntil", equalTo(LATER))
                .body("role", equalTo("MEMBER"));
        mute(cleo, dan, LATER).statusCode(200);
        ann.assign(group, dan, "MODERATOR").statusCode(200).body("mutedUntil", equalTo(LATER));
        mute(ben, dan, null).statusCode(200).body("mutedUntil", nullValue());
        mute(ben, dan, null).statusCode(200);
        refused(mute(cleo, dan, LATER), "outranked");
        refused(mute(dan, ben, LATER), "outranked");
        List<?> events = Told.ofGroup(group, 9).subList(6, 9);
        assertThat(events.getFirst())
                .isEqualTo(new MemberMuted(id, "Chess Club", cleo.id(), dan.id(), Instant.parse(LATER)));
        assertThat(events.getLast()).isEqualTo(new MemberMuted(id, "Chess Club", ben.id(), dan.id(), null));
    }

    @Test
    void whatIsNoMuteOrNoRoleIsRefusedByItsName() {
        for (Object until : List.of("2020-01-01T00:00:00Z", "tomorrow", "+1000000-01-01T00:00:00Z", 5, true, "")) {
            mute(ann, dan, until).statusCode(400).body("errors.field", hasItem("mutedUntil"));
        }
        ann.patch("/groups/{g}/members/{u}", Collections.singletonMap("role", null), group, dan.id())
                .statusCode(400)
                .body("errors.field", hasItem("role"));
        ann.assign(group, dan, "BOSS").statusCode(400).body("errors.field", hasItem("role"));
        ann.patch("/groups/{g}/members/{u}", Map.of("name", "x"), group, dan.id())
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
    }

    @Test
    void roleAndMuteAreChangedTogetherOrNotAtAll() {
        Map<String, String> both = Map.of("role", "MODERATOR", "mutedUntil", LATER);
        ann.patch("/groups/{g}/members/{u}", both, group, dan.id())
                .statusCode(200)
                .body("role", equalTo("MODERATOR"))
                .body("mutedUntil", equalTo(LATER));
        Map<String, String> tooMuch = Map.of("role", "ADMIN", "mutedUntil", "2098-01-01T00:00:00Z");
        refused(ben.patch("/groups/{g}/members/{u}", tooMuch, group, dan.id()), "forbidden");
        ann.get("/groups/{g}/members/{u}", group, dan.id()).body("mutedUntil", equalTo(LATER));
    }

    @Test
    void aMemberHasATagThatAChangeMayBuildOn() {
        String tag = ann.get("/groups/{g}/members/{u}", group, dan.id())
                .statusCode(200)
                .body("userId", equalTo(dan.id()))
                .extract()
                .header("ETag");
        dan.get("/groups/{g}/members/me", group).statusCode(200).header("ETag", tag);
        assignIf(tag, "MODERATOR").statusCode(200).header("ETag", not(equalTo(tag)));
        assignIf(tag, "MEMBER").statusCode(412).body("code", equalTo("precondition-failed"));
        assignIf("*", "MEMBER").statusCode(200);
        assignIf("nonsense", "MEMBER").statusCode(400);
    }

    @Test
    void whoIsRemovedIsOutAndMayComeBack() {
        cleo.remove(group, dan).statusCode(204);
        ann.get("/groups/{g}", group).body("memberCount", equalTo(3));
        dan.get("/groups/{g}", group).body("myRole", nullValue());
        assertThat(Told.ofGroup(group, 7).getLast())
                .isEqualTo(new MemberRemoved(id, "Chess Club", cleo.id(), dan.id(), 3));
        Fact<?> gone = states(dan, 2).getLast();
        assertThat(gone.event()).isNull();
        assertThat(gone.seq()).isEqualTo(7);
        dan.join(group).statusCode(201);
    }

    @Test
    void aGroupIsHandedOverToAMember() {
        transfer(ann, stranger.id()).statusCode(409).body("code", equalTo("not-a-member"));
        refused(transfer(ben, ben.id()), "forbidden");
        transfer(ann, ann.id()).statusCode(200).body("role", equalTo("OWNER"));
        transfer(ann, ben.id())
                .statusCode(200)
                .body("userId", equalTo(ben.id()))
                .body("role", equalTo("OWNER"));
        ann.get("/groups/{g}", group).body("myRole", equalTo("ADMIN"));
        assertThat(Told.ofGroup(group, 7).getLast())
                .isEqualTo(new OwnershipTransferred(id, "Chess Club", ann.id(), ben.id(), ann.id()));
        for (Fact<?> state : List.of(states(ann, 2).getLast(), states(ben, 3).getLast())) {
            assertThat(state.seq()).isEqualTo(7);
        }
        assertThat(states(ann, 2).getLast().event()).isEqualTo(new MembershipState(id, ann.id(), "ADMIN"));
        assertThat(states(ben, 3).getLast().event()).isEqualTo(new MembershipState(id, ben.id(), "OWNER"));
        refused(transfer(ann, ann.id()), "forbidden");
        ann.post("/groups/{g}/ownership", Map.of(), group).statusCode(400);
    }

    @Test
    void anOwnerLeavesAndNamesHerSuccessor() {
        leave(ann, stranger.id()).statusCode(409).body("code", equalTo("not-a-member"));
        leave(ann, ann.id()).statusCode(409).body("code", equalTo("not-a-member"));
        leave(ann, dan.id()).statusCode(204);
        dan.get("/groups/{g}", group).body("myRole", equalTo("OWNER")).body("memberCount", equalTo(3));
        assertThat(Told.ofGroup(group, 8).subList(6, 8))
                .isEqualTo(List.of(
                        new OwnershipTransferred(id, "Chess Club", ann.id(), dan.id(), ann.id()),
                        new MemberLeft(id, "Chess Club", ann.id(), 3)));
        assertThat(states(dan, 2).getLast().event()).isEqualTo(new MembershipState(id, dan.id(), "OWNER"));
        Fact<?> gone = states(ann, 3).getLast();
        assertThat(gone.event()).isNull();
        assertThat(gone.seq()).isEqualTo(8);
    }

    @Test
    void theSuccessorOfWhoIsNoOwnerIsIgnored() {
        leave(ben, stranger.id()).statusCode(204);
        leave(ben, stranger.id()).statusCode(204);
        ann.get("/groups/{g}", group).body("myRole", equalTo("OWNER"));
    }

    @Test
    void aSuccessorWhoOwnsTheGroupAlreadyStaysWhatSheIs() {
        ann.assign(group, ben, "OWNER").statusCode(200);
        leave(ann, ben.id()).statusCode(204);
        ben.get("/groups/{g}", group).body("myRole", equalTo("OWNER"));
        assertThat(Told.ofGroup(group, 8).getLast()).isInstanceOf(MemberLeft.class);
    }

    private ValidatableResponse mute(Someone by, Someone member, Object until) {
        return by.patch("/groups/{g}/members/{u}", Collections.singletonMap("mutedUntil", until), group, member.id());
    }

    private ValidatableResponse transfer(Someone by, String to) {
        return by.post("/groups/{g}/ownership", Map.of("toUserId", to), group);
    }

    private ValidatableResponse leave(Someone who, String successor) {
        return who.delete("/groups/{g}/members/me?successor={u}", group, successor);
    }

    private ValidatableResponse assignIf(String ifMatch, String role) {
        return ann.request()
                .header("If-Match", ifMatch)
                .body(Map.of("role", role))
                .patch("/api/v1/groups/{g}/members/{u}", group, dan.id())
                .then();
    }

    private List<Fact<?>> states(Someone member, int wanted) {
        return Told.under(Topic.MEMBERSHIPS, MembershipState.key(id, member.id()), wanted);
    }

    private static void refused(ValidatableResponse answer, String code) {
        answer.statusCode(403).body("code", equalTo(code));
    }
}
