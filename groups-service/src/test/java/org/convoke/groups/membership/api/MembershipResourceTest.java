package org.convoke.groups.membership.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembershipResourceTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final Someone cleo = Someone.called("Cleo");

    @Test
    void anOpenGroupIsJoinedAtOnceAndJoiningAgainChangesNothing() {
        String group = open(10);
        ben.join(group)
                .statusCode(201)
                .body("groupId", equalTo(group))
                .body("userId", equalTo(ben.id()))
                .body("name", equalTo(ben.name()))
                .body("role", equalTo("MEMBER"))
                .body("invitedBy", nullValue())
                .body("mutedUntil", nullValue())
                .body("joinedAt", notNullValue());
        ben.join(group).statusCode(200).body("role", equalTo("MEMBER"));
        ben.get("/groups/{g}", group).body("memberCount", equalTo(2)).body("myRole", equalTo("MEMBER"));
    }

    @Test
    void aGroupByInvitationIsNotJoined() {
        String group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "INVITE_ONLY"));
        ben.join(group).statusCode(403).body("code", equalTo("invite-only"));
        ann.join(group).statusCode(200).body("role", equalTo("OWNER"));
    }

    @Test
    void whereOneHasToAskAJoinIsARequest() {
        String group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "REQUEST"));
        String request = ben.join(group)
                .statusCode(202)
                .body("userId", equalTo(ben.id()))
                .body("status", equalTo("PENDING"))
                .body("message", nullValue())
                .extract()
                .path("id");
        ben.join(group).statusCode(202).body("id", equalTo(request));
        ben.get("/groups/{g}", group).body("memberCount", equalTo(1)).body("myRole", nullValue());
        ann.join(group).statusCode(200).body("role", equalTo("OWNER"));
    }

    @Test
    void aHiddenGroupIsNotThereToBeJoinedOrLeft() {
        String group = ann.founds(Map.of("name", "Chess Club", "visibility", "HIDDEN", "joinPolicy", "OPEN"));
        ben.join(group).statusCode(404).body("code", equalTo("not-found"));
        ben.leave(group).statusCode(404);
        ben.join("01900000-0000-7000-8000-000000000000").statusCode(404);
    }

    @Test
    void aFullGroupTakesNobodyUntilSomebodyLeaves() {
        String group = open(2);
        ben.join(group).statusCode(201);
        cleo.join(group).statusCode(409).body("code", equalTo("group-full"));
        ben.join(group).statusCode(200);
        ben.leave(group).statusCode(204);
        cleo.join(group).statusCode(201);
    }

    @Test
    void anArchivedGroupTakesNobody() {
        String group = open(10);
        Database.execute("update groups set archived = true where id = ?::uuid", group);
        ben.join(group).statusCode(409).body("code", equalTo("archived"));
    }

    @Test
    void theLastOwnerStaysAloneOrNot() {
        String group = open(10);
        ann.leave(group).statusCode(409).body("code", equalTo("last-owner"));
        ben.join(group).statusCode(201);
        ann.leave(group).statusCode(409).body("code", equalTo("last-owner"));
    }

    @Test
    void leavingAgainChangesNothing() {
        String group = open(10);
        ben.join(group).statusCode(201);
        ben.leave(group).statusCode(204);
        ben.leave(group).statusCode(204);
        ben.get("/groups/{g}", group).body("memberCount", equalTo(1)).body("myRole", nullValue());
    }

    @Test
    void theMembersAreListedInTheOrderOfJoining() {
        String group = open(10);
        ben.join(group);
        cleo.join(group);
        cleo.get("/groups/{g}/members", group)
                .statusCode(200)
                .body("items.userId", contains(ann.id(), ben.id(), cleo.id()))
                .body("items.name", contains(ann.name(), ben.name(), cleo.name()))
                .body("next", nullValue());
        cleo.get("/groups/{g}/members?role=OWNER", group).body("items.userId", contains(ann.id()));
        cleo.get("/groups/{g}/members?role=ADMIN", group).body("items", empty());
        cleo.get("/groups/{g}/members?query={q}", group, "CLÉ").body("items.userId", contains(cleo.id()));
        cleo.get("/groups/{g}/members?role=BOSS", group).statusCode(400).body("errors[0].field", equalTo("role"));
    }

    @Test
    void theListOfMembersComesInPages() {
        String group = open(10);
        List<Someone> crowd =
                Stream.generate(() -> Someone.called("Dan")).limit(4).toList();
        crowd.forEach(someone -> someone.join(group).statusCode(201));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            String path = "/groups/{g}/members?limit=2" + (cursor == null ? "" : "&cursor=" + cursor);
            seen.addAll(ann.get(path, group).statusCode(200).extract().path("items.userId"));
            cursor = ann.get(path, group).extract().path("next");
        } while (cursor != null);
        List<String> joined = new ArrayList<>(List.of(ann.id()));
        crowd.forEach(someone -> joined.add(someone.id()));
        assertThat(seen).isEqualTo(joined);
    }

    @Test
    void theMembersOfAPrivateOrHiddenGroupAreForItsMembers() {
        for (String visibility : List.of("PRIVATE", "HIDDEN")) {
            String group = ann.founds(Map.of("name", "Chess Club", "visibility", visibility));
            ben.get("/groups/{g}/members", group).statusCode(404).body("code", equalTo("not-found"));
            ann.get("/groups/{g}/members", group).statusCode(200);
        }
        ben.get("/groups/{g}/members", open(2)).statusCode(200);
    }

    @Test
    void manyJoinsAtOnceTakeExactlyTheSeatsThereAre() {
        int seats = 5;
        String group = open(seats + 1);
        List<Someone> crowd =
                Stream.generate(() -> Someone.known("Eve")).limit(20).toList();
        List<Integer> answers =
                AtOnce.run(crowd.size(), i -> crowd.get(i).join(group).extract().statusCode());
        assertThat(answers).containsOnly(201, 409);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(seats);
        ann.get("/groups/{g}", group).body("memberCount", equalTo(seats + 1));
        assertThat(Database.count("select count(*) from members where group_id = '" + group + "'"))
                .isEqualTo(seats + 1);
    }

    @Test
    void joiningAndLeavingAtOnceKeepsTheCount() {
        String group = open(100);
        List<Someone> crowd =
                Stream.generate(() -> Someone.known("Fay")).limit(10).toList();
        AtOnce.run(20, i -> {
            Someone someone = crowd.get(i / 2);
            return (i % 2 == 0 ? someone.join(group) : someone.leave(group))
                    .extract()
                    .statusCode();
        });
        long members = Database.count("select count(*) from members where group_id = '" + group + "'");
        ann.get("/groups/{g}", group).body("memberCount", equalTo((int) members));
        ann.get("/groups/{g}/members", group).body("items.size()", equalTo((int) members));
    }

    @Test
    void sheIsSeenAsSheIsCalledNow() {
        String group = open(10);
        ben.join(group);
        Someone renamed = new Someone(
                ben.id(), "Benedict", Someone.tokenOf(ben.id(), "Benedict").mint());
        renamed.get("/people/me").statusCode(200);
        ann.get("/groups/{g}/members", group).body("items.name", containsInAnyOrder(ann.name(), "Benedict"));
    }

    private String open(int capacity) {
        return ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN", "capacity", capacity));
    }
}
