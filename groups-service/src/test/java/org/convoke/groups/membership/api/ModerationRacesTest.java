package org.convoke.groups.membership.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.convoke.events.DomainEvent;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** What is decided about a group is decided by one at a time. */
@QuarkusTest
class ModerationRacesTest {

    private static final int ROUNDS = 20;

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final Someone cleo = Someone.called("Cleo");
    private String group;

    /** Ann and Ben own it. */
    @BeforeEach
    void twoOwners() {
        group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN"));
        ben.join(group).statusCode(201);
        ann.assign(group, ben, "OWNER").statusCode(200);
        cleo.get("/people/me").statusCode(200);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoOwnersWhoLeaveOneStays() {
        assertThat(both(() -> ann.leave(group), () -> ben.leave(group))).containsExactlyInAnyOrder(204, 409);
        assertThat(owners()).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoOwnersWhoStepDownOneStays() {
        assertThat(both(() -> ann.assign(group, ann, "MEMBER"), () -> ben.assign(group, ben, "ADMIN")))
                .containsExactlyInAnyOrder(200, 409);
        assertThat(owners()).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void ofAnOwnerWhoLeavesAndOneWhoStepsDownOneStays() {
        assertThat(both(() -> ann.leave(group), () -> ben.assign(group, ben, "MEMBER")))
                .contains(409)
                .hasSize(2);
        assertThat(owners()).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void twoChangesOfOneRevisionAreOneChange() {
        String tag = ann.get("/groups/{g}", group).extract().header("ETag");
        assertThat(both(() -> change(ann, tag, "one"), () -> change(ben, tag, "two")))
                .containsExactlyInAnyOrder(200, 412);
    }

    @RepeatedTest(ROUNDS)
    void nobodyJoinsADeletedGroup() {
        List<Integer> answers = both(() -> ann.delete("/groups/{g}", group), () -> cleo.join(group));
        assertThat(answers.getFirst()).isEqualTo(204);
        assertThat(answers.getLast()).isIn(201, 404);
        List<DomainEvent> events = Told.ofGroup(group, answers.getLast() == 201 ? 5 : 4);
        assertThat(events.getLast()).isInstanceOf(GroupDeleted.class);
        assertThat(cleo.get("/groups?member=me").extract().<List<String>>path("items.id"))
                .isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void whoIsRemovedIsPromotedBeforeOrNotAtAll() {
        cleo.join(group).statusCode(201);
        List<Integer> answers = both(() -> ann.remove(group, cleo), () -> ben.assign(group, cleo, "MODERATOR"));
        assertThat(answers.getFirst()).isEqualTo(204);
        assertThat(answers.getLast()).isIn(200, 404);
        assertThat(members()).isEqualTo(2);
    }

    @RepeatedTest(ROUNDS)
    void whoWasMadeAnAdminIsRemovedByNoModerator() {
        cleo.join(group).statusCode(201);
        Someone dan = Someone.called("Dan");
        dan.join(group).statusCode(201);
        ann.assign(group, dan, "MODERATOR").statusCode(200);
        List<Integer> answers = both(() -> dan.remove(group, cleo), () -> ann.assign(group, cleo, "ADMIN"));
        assertThat(answers).isIn(List.of(204, 404), List.of(403, 200));
    }

    @RepeatedTest(ROUNDS)
    void aBannedMemberIsOutHoweverTheyMeet() {
        List<Integer> answers = both(() -> ann.ban(group, cleo), () -> cleo.join(group));
        assertThat(answers.getFirst()).isEqualTo(201);
        assertThat(answers.getLast()).isIn(201, 403);
        assertThat(members()).isEqualTo(2);
    }

    @RepeatedTest(ROUNDS)
    void twoBansOfOnePersonAreOneBan() {
        assertThat(both(() -> ann.ban(group, cleo), () -> ben.ban(group, cleo))).containsExactlyInAnyOrder(201, 200);
        assertThat(Told.ofGroup(group, 4)).hasSize(4);
    }

    private static List<Integer> both(Supplier<ValidatableResponse> first, Supplier<ValidatableResponse> second) {
        return AtOnce.run(2, i -> (i == 0 ? first : second).get().extract().statusCode());
    }

    private ValidatableResponse change(Someone by, String tag, String description) {
        return by.request()
                .header("If-Match", tag)
                .body(Map.of("description", description))
                .patch("/api/v1/groups/{g}", group)
                .then();
    }

    private long owners() {
        return Database.count("select count(*) from members where role = 'OWNER' and group_id = '" + group + "'");
    }

    private long members() {
        return Database.count("select count(*) from members where group_id = '" + group + "'");
    }
}
