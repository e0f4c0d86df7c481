package org.convoke.groups.erasure.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupEvent.JoinRequestWithdrawn;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupEvent.OwnershipTransferred;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.MembershipState;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.events.PersonEvent.PersonMet;
import org.convoke.events.Topic;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Database;
import org.convoke.groups.Elsewhere;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnDataResourceTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final Someone cleo = Someone.called("Cleo");
    private final Someone dan = Someone.called("Dan");

    @BeforeEach
    void theyAreInTheDirectory() {
        ann.get("/people/me").statusCode(200);
        ben.get("/people/me").statusCode(200);
        cleo.get("/people/me").statusCode(200);
        dan.get("/people/me").statusCode(200);
    }

    @Test
    void theLastOwnerIsSucceededByTheLongestStandingOfTheHighestRole() {
        for (Map.Entry<List<String>, Someone> expected : List.of(
                Map.entry(List.of("MEMBER", "ADMIN", "ADMIN"), cleo),
                Map.entry(List.of("MEMBER", "MODERATOR", "MODERATOR"), cleo),
                Map.entry(List.of("MEMBER", "MEMBER", "MODERATOR"), dan),
                Map.entry(List.of("MEMBER", "MEMBER", "MEMBER"), ben))) {
            Someone owner = Someone.known("Owen");
            String group = group(owner, expected.getKey());
            erased(owner);
            Someone heir = expected.getValue();
            heir.get("/groups/{g}/members?role=OWNER", group).body("items.userId", contains(heir.id()));
            List<DomainEvent> events = Told.ofGroup(group, events(group));
            assertThat(events.get(events.size() - 2))
                    .isInstanceOfSatisfying(
                            OwnershipTransferred.class,
                            told -> assertThat(told.userId()).isEqualTo(heir.id()));
            assertThat(events.getLast())
                    .isInstanceOfSatisfying(
                            MemberLeft.class, left -> assertThat(left.userId()).isEqualTo(owner.id()));
            Fact<?> state = Told.under(
                            Topic.MEMBERSHIPS,
                            MembershipState.key(((MemberLeft) events.getLast()).groupId(), heir.id()),
                            2)
                    .getLast();
            assertThat(((MembershipState) state.event()).role()).isEqualTo("OWNER");
        }
    }

    @Test
    void aGroupOfHersAloneIsDeletedAndOneWithAnotherOwnerGoesOn() {
        Someone eve = Someone.known("Eve");
        String alone = group(eve, List.of());
        String shared = group(eve, List.of("OWNER"));
        erased(eve);
        eve.get("/groups/{g}", alone).statusCode(404);
        assertThat(Told.ofGroup(alone, 2)).last().isInstanceOf(GroupDeleted.class);
        assertThat(Told.ofGroup(shared, 3)).last().isInstanceOf(MemberLeft.class);
    }

    @Test
    void nothingIsKeptOfHerButHerIdInBansAndInTheProof() {
        Someone eve = Someone.known("Eve");
        String group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "REQUEST"));
        approve(group, eve);
        Database.execute("update members set role = 'ADMIN' where user_id = ?", eve.id());
        approve(group, ben, eve);
        String asked = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "REQUEST"));
        eve.post("/groups/{g}/join-requests", Map.of("message", "my secret"), asked);
        eve.request()
                .header("Idempotency-Key", eve.id())
                .body(Map.of("name", "Mine"))
                .post("/api/v1/groups");
        String banning = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN"));
        ann.put("/groups/{g}/bans/{u}", Map.of("reason", "her secret"), banning, eve.id())
                .statusCode(201);
        String inviting = cleo.founds(Map.of("name", "Chess Club"));
        var invitation = Elsewhere.invitation(inviting, cleo, eve);
        Elsewhere.told(Topic.INVITATIONS, invitation.id().toString(), new InvitationSent(invitation, false));

        erased(eve);
        assertThat(tablesWith(eve.id())).containsExactlyInAnyOrder("bans", "erasures");
        assertThat(tablesWith(eve.name())).isEmpty();
        assertThat(tablesWith("her secret")).isEmpty();
        assertThat(tablesWith("my secret")).isEmpty();
        ann.get("/groups/{g}/activity", group).body("items.actorId", hasItems("erased", ben.id()));
        assertThat(Told.ofGroup(asked, 3)).last().isInstanceOf(JoinRequestWithdrawn.class);
        eve.join(banning).statusCode(403).body("code", equalTo("banned"));
    }

    @Test
    void whoeverComesBackIsSomebodyNewAndMayGoAgain() {
        Someone eve = Someone.known("Eve");
        erased(eve);
        Elsewhere.told(
                Topic.PEOPLE,
                eve.id(),
                new PersonMet(eve.id(), "late", "Told late"),
                Instant.now().minusSeconds(60));
        ann.get("/people?ids={i}", eve.id()).body("items", empty());
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> eve.get("/people/me").statusCode(200).body("name", equalTo(eve.name())));
        eve.get("/groups?member=me").body("items", empty());
        erased(eve);
        assertThat(Told.under(Topic.PEOPLE, eve.id(), 3))
                .filteredOn(fact -> fact.event() instanceof PersonErased)
                .extracting(Fact::seq)
                .containsExactly(1L, 2L);
    }

    @Test
    void askingAgainIsTheSame() {
        Someone eve = Someone.known("Eve");
        List<Integer> answers =
                AtOnce.run(5, i -> eve.request().delete("/api/v1/people/me").statusCode());
        assertThat(answers).containsOnly(202);
        awaitErasure(eve);
    }

    @Test
    void ownersWhoGoAtOnceLeaveAnOwnerOrNoGroup() {
        List<ThreeGone> rounds = Stream.generate(this::threeOwnersGo).limit(10).toList();
        for (ThreeGone round : rounds) {
            round.owners().forEach(OwnDataResourceTest::awaitErasure);
            ann.get("/groups/{g}", round.group()).statusCode(404);
            String withBen = round.withBen();
            if (ann.get("/groups/{g}", withBen).extract().statusCode() == 200) {
                ann.get("/groups/{g}/members?role=OWNER", withBen).body("items.userId", contains(ben.id()));
                ann.get("/groups/{g}", withBen).body("memberCount", equalTo(1));
            }
        }
    }

    /** @param withBen who left while they went and came back */
    private record ThreeGone(List<Someone> owners, String group, String withBen) {}

    private ThreeGone threeOwnersGo() {
        List<Someone> going =
                Stream.generate(() -> Someone.known("Gus")).limit(3).toList();
        String group = group(going.getFirst(), List.of());
        String withBen = group(going.getFirst(), List.of("MEMBER"));
        for (Someone other : going.subList(1, 3)) {
            for (String each : List.of(group, withBen)) {
                other.join(each).statusCode(201);
                Database.execute(
                        "update members set role = 'OWNER' where user_id = ? and group_id = ?::uuid", other.id(), each);
            }
        }
        AtOnce.run(
                4,
                i -> i < 3
                        ? going.get(i).request().delete("/api/v1/people/me").statusCode()
                        : ben.leave(withBen).extract().statusCode());
        ben.join(withBen);
        return new ThreeGone(going, group, withBen);
    }

    @Test
    void anExportHoldsAllThatIsKeptAboutHer() {
        Someone eve = Someone.known("Eve");
        String own = eve.founds(Map.of("name", "Own"));
        String group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "REQUEST"));
        eve.post("/groups/{g}/join-requests", Map.of("message", "please"), group);
        String banning = ann.founds(Map.of("name", "Chess Club"));
        ann.put("/groups/{g}/bans/{u}", Map.of("reason", "spam"), banning, eve.id());
        eve.get("/people/me/export")
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Disposition", startsWith("attachment"))
                .body("person.name", equalTo(eve.name()))
                .body("memberships.groupId", contains(own))
                .body("memberships.role", contains("OWNER"))
                .body("memberships[0].joinedAt", startsWith("20"))
                .body("joinRequests.message", contains("please"))
                .body("bans.reason", contains("spam"))
                .body("activity.kind", contains("GROUP_CREATED"))
                .body("audit.kind", containsInAnyOrder("GROUP_CREATED", "JOIN_REQUESTED"));
        ben.get("/people/me/export").body("person.id", not(equalTo(eve.id()))).body("joinRequests", empty());
    }

    @Test
    void anExportOfMoreThanOnePartIsWhole() {
        Someone eve = Someone.known("Eve");
        String group = eve.founds(Map.of("name", "Own"));
        Database.execute("""
                insert into activity (id, group_id, seq, kind, actor_id, data, occurred_at)
                select gen_random_uuid(), ?::uuid, n, 'GROUP_UPDATED', ?, '{}', now()
                from generate_series(2, 1500) n""", group, eve.id());
        List<String> ids =
                eve.get("/people/me/export").statusCode(200).extract().path("activity.id");
        assertThat(ids).hasSize(1500).doesNotHaveDuplicates();
    }

    /** With ben, cleo and dan as members of these roles, in this order. */
    private String group(Someone owner, List<String> roles) {
        String group = owner.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN"));
        List<Someone> members = List.of(ben, cleo, dan);
        for (int i = 0; i < roles.size(); i++) {
            members.get(i).join(group).statusCode(201);
            Database.execute(
                    "update members set role = ? where user_id = ? and group_id = ?::uuid",
                    roles.get(i),
                    members.get(i).id(),
                    group);
        }
        return group;
    }

    private void approve(String group, Someone someone) {
        approve(group, someone, ann);
    }

    private static void approve(String group, Someone someone, Someone decider) {
        String request = someone.join(group).extract().path("id");
        decider.post("/join-requests/{r}/approve", Map.of(), request).statusCode(200);
    }

    private static void erased(Someone someone) {
        someone.request().delete("/api/v1/people/me").then().statusCode(202);
        awaitErasure(someone);
    }

    private static void awaitErasure(Someone someone) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Database.count("select count(*) from erasures where done_at is not null and user_id = '"
                                + someone.id() + "'")
                        == 1);
    }

    private static int events(String group) {
        return (int) Database.count("select seq from groups where id = '" + group + "'");
    }

    /** The tables that hold the text in some row; the outbox has told it when it is empty. */
    private static List<String> tablesWith(String text) {
        await().atMost(Duration.ofSeconds(10)).until(() -> Database.count("select count(*) from outbox") == 0);
        return Database.lines("""
                        select table_name from information_schema.tables
                        where table_schema = 'groups' and table_name not like 'flyway%' and table_name <> 'idempotency'""").stream()
                .filter(table ->
                        Database.count("select count(*) from " + table + " t where strpos(t::text, '" + text + "') > 0")
                                > 0)
                .toList();
    }
}
