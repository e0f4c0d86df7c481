package org.convoke.groups.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.events.Fact;
import org.convoke.events.MembershipState;
import org.convoke.events.Topic;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.convoke.groups.Unhurried;
import org.junit.jupiter.api.Test;

/** The purge runs when these tests say so. */
@QuarkusTest
@TestProfile(Unhurried.class)
class PurgeGroupsTest {

    private static final int CROWD = 1_200;

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");

    @Inject
    PurgeGroups purgeGroups;

    @Inject
    Members members;

    @Test
    void aLargeGroupGoesInSmallSteps() {
        String group = aCrowdedGroup();
        ann.delete("/groups/{g}", group).statusCode(204);
        assertThat(members(group)).isEqualTo(CROWD + 1);
        ann.get("/groups/{g}", group).statusCode(404);
        step();
        assertThat(members(group)).isEqualTo(CROWD + 1 - 500);
        step();
        assertThat(members(group)).isEqualTo(CROWD + 1 - 1000);
        purgeGroups.purge();
        assertNothingIsLeftOf(group);
    }

    @Test
    void aStepThatFailsLeavesItsRowsForTheNext() {
        String group = aCrowdedGroup();
        ann.delete("/groups/{g}", group).statusCode(204);
        QuarkusTransaction.begin();
        purgeGroups.step();
        assertThat(members.count("id.groupId", UUID.fromString(group))).isEqualTo(CROWD + 1 - 500);
        QuarkusTransaction.rollback();
        assertThat(members(group)).isEqualTo(CROWD + 1);
        purgeGroups.purge();
        assertNothingIsLeftOf(group);
    }

    @Test
    void theEndOfEachMembershipIsToldOnceWithTheNumberOfTheDeletion() {
        String group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN"));
        ben.join(group).statusCode(201);
        ann.delete("/groups/{g}", group).statusCode(204);
        purgeGroups.purge();
        for (Someone someone : List.of(ann, ben)) {
            List<Fact<?>> states =
                    Told.under(Topic.MEMBERSHIPS, MembershipState.key(UUID.fromString(group), someone.id()), 2);
            assertThat(states).hasSize(2);
            assertThat(states.getLast().event()).isNull();
            assertThat(states.getLast().seq()).isEqualTo(3);
        }
        assertNothingIsLeftOf(group);
    }

    @Test
    void severalInstancesShareTheWork() {
        List<String> groups = List.of(aCrowdedGroup(), aCrowdedGroup(), aCrowdedGroup());
        groups.forEach(group -> ann.delete("/groups/{g}", group).statusCode(204));
        AtOnce.run(4, i -> {
            purgeGroups.purge();
            return i;
        });
        groups.forEach(PurgeGroupsTest::assertNothingIsLeftOf);
    }

    @Test
    void whatBelongsToOthersStays() {
        String other = ann.founds(Map.of("name", "Go Club", "joinPolicy", "OPEN"));
        ben.join(other).statusCode(201);
        String group = ann.founds(Map.of("name", "Chess Club"));
        ann.delete("/groups/{g}", group).statusCode(204);
        purgeGroups.purge();
        assertNothingIsLeftOf(group);
        assertThat(members(other)).isEqualTo(2);
        assertThat(Database.count("select count(*) from audit where group_id = '" + other + "'"))
                .isEqualTo(2);
    }

    private void step() {
        QuarkusTransaction.requiringNew().run(purgeGroups::step);
    }

    /** With a row in every table that belongs to groups. */
    private String aCrowdedGroup() {
        String group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN", "capacity", 2000));
        Database.execute("""
                insert into people (id, username, name, folded)
                select 'crowd-' || i, 'crowd', 'Crowd', 'crowd' from generate_series(1, ?) i
                on conflict do nothing""", CROWD);
        Database.execute("""
                insert into members (group_id, user_id, role, joined_at)
                select ?::uuid, 'crowd-' || i, 'MEMBER', now() from generate_series(1, ?) i""", group, CROWD);
        Database.execute("""
                insert into seats (invitation_id, group_id, user_id, invited_by, taken_at)
                select gen_random_uuid(), ?::uuid, 'crowd-' || i, 'x', now() from generate_series(1, ?) i""", group, CROWD);
        Database.execute("update groups set member_count = ? where id = ?::uuid", CROWD + 1, group);
        ben.get("/people/me").statusCode(200);
        ann.ban(group, ben).statusCode(201);
        return group;
    }

    private static long members(String group) {
        return Database.count("select count(*) from members where group_id = '" + group + "'");
    }

    private static void assertNothingIsLeftOf(String group) {
        List<String> tables = Database.lines("""
                select table_name from information_schema.columns
                where table_schema = 'groups' and column_name = 'group_id'""");
        assertThat(tables).contains("members", "seats", "bans", "activity", "audit");
        for (String table : tables) {
            assertThat(Database.count("select count(*) from " + table + " where group_id = '" + group + "'"))
                    .as(table)
                    .isZero();
        }
        assertThat(Database.count("select count(*) from groups where id = '" + group + "'"))
                .isZero();
    }
}
