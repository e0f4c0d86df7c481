package org.convoke.groups.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.convoke.groups.activity.Audit;
import org.convoke.groups.activity.ReadActivity;
import org.convoke.groups.activity.ReadAudit;
import org.convoke.groups.ban.Bans;
import org.convoke.groups.ban.ListBans;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;
import org.convoke.groups.membership.ListMembers;
import org.convoke.groups.person.People;
import org.convoke.groups.request.JoinRequests;
import org.convoke.groups.request.ListRequests;
import org.convoke.groups.request.RequestStatus;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Every list and search is answered from an index, whatever the size of the tables. */
@QuarkusTest
class IndexesTest {

    private static final UUID GROUP = UUID.fromString("01900000-0000-7000-8000-00000000aaaa");
    private static final UUID LAST = UUID.fromString("ffffffff-0000-7000-8000-000000000000");
    private static final String ADMIN = "index-1";
    private static final int ROWS = 51;

    @Inject
    @PersistenceUnitExtension
    SeenStatements statements;

    @Inject
    Session session;

    @Inject
    Groups groups;

    @Inject
    Members members;

    @Inject
    ListMembers listMembers;

    @Inject
    ListBans listBans;

    @Inject
    ListRequests listRequests;

    @Inject
    JoinRequests joinRequests;

    @Inject
    ReadActivity readActivity;

    @Inject
    ReadAudit readAudit;

    @Inject
    People people;

    /** A list, and the indexes each of which one of its statements must use. */
    private record Wanted(Runnable list, String... indexes) {}

    private Map<String, Wanted> lists() {
        Map<String, Wanted> lists = new LinkedHashMap<>();
        lists.put("a group", new Wanted(() -> groups.seenBy(ADMIN, GROUP), "groups_pkey"));
        lists.put("groups", new Wanted(() -> groups(null, false), "groups_listed", "members_of_person"));
        lists.put("groups by name", new Wanted(() -> groups("chess", false), "groups_words", "members_of_person"));
        lists.put("own groups", new Wanted(() -> groups(null, true), "members_of_person"));
        lists.put("own groups by name", new Wanted(() -> groups("chess", true), "members_of_person"));
        lists.put("members", new Wanted(() -> members(null, null), "members_by_age"));
        lists.put("members of a role", new Wanted(() -> members(Role.ADMIN, null), "members_by_role"));
        lists.put("members by name", new Wanted(() -> members(null, "crowd"), "people_"));
        lists.put("members of a role by name", new Wanted(() -> members(Role.ADMIN, "crowd"), "members_by_role"));
        lists.put("moderators", new Wanted(() -> members.moderators(GROUP, 200), "members_by_role"));
        lists.put("bans", new Wanted(this::bans, "bans_by_age"));
        lists.put(
                "open requests", new Wanted(() -> requests(RequestStatus.PENDING), "join_requests_of_group_by_status"));
        lists.put("requests", new Wanted(() -> requests(null), "join_requests_of_group"));
        lists.put(
                "own open requests", new Wanted(() -> own(RequestStatus.PENDING), "join_requests_of_person_by_status"));
        lists.put("own requests", new Wanted(() -> own(null), "join_requests_of_person"));
        lists.put(
                "activity",
                new Wanted(() -> readActivity.read(ADMIN, GROUP, 9_000, ROWS), "activity_group_id_seq_key"));
        lists.put("audit", new Wanted(() -> audit(null, null), "audit_group_id_seq_key"));
        lists.put("audit of a kind", new Wanted(() -> audit("MEMBER_BANNED", null), "audit_by_kind"));
        lists.put("audit of an actor", new Wanted(() -> audit(null, ADMIN), "audit_by_actor"));
        lists.put("audit of both", new Wanted(() -> audit("MEMBER_BANNED", ADMIN), "audit_by_"));
        lists.put("people", new Wanted(() -> people.search("crowd", Optional.empty(), ROWS), "people_words"));
        lists.put("people by ids", new Wanted(() -> people.withIds(List.of(ADMIN, "index-2")), "people_pkey"));
        return lists;
    }

    @Test
    void everyListIsReadFromItsIndex() {
        SoftAssertions plans = new SoftAssertions();
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(120));
        try {
            aCrowd();
            lists().forEach((name, wanted) -> plans.assertThat(plans(wanted.list()))
                    .as(name)
                    .contains(wanted.indexes())
                    .doesNotContain("Seq Scan"));
        } finally {
            QuarkusTransaction.rollback();
        }
        plans.assertAll();
    }

    private String plans(Runnable list) {
        return statements.of(list).stream().map(this::plan).collect(Collectors.joining("\n\n"));
    }

    @Test
    void aStatementWithoutAnIndexIsSeen() {
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> plan("select * from people where picture = ? order by name")))
                .contains("Seq Scan");
    }

    private void groups(String typed, boolean own) {
        groups.seenBy(ADMIN, new Groups.Wanted(typed, own, Optional.of(LAST), ROWS));
    }

    private void members(Role role, String typed) {
        Members.Place place = new Members.Place(Instant.EPOCH, "");
        listMembers.list(ADMIN, new Members.Wanted(GROUP, role, typed, Optional.of(place), ROWS));
    }

    private void bans() {
        listBans.list(ADMIN, new Bans.Wanted(GROUP, Optional.of(new Bans.Place(Instant.now(), "")), ROWS));
    }

    private void requests(RequestStatus status) {
        listRequests.list(ADMIN, GROUP, new JoinRequests.Part(status, Optional.of(GROUP), ROWS));
    }

    private void own(RequestStatus status) {
        joinRequests.ofPerson(ADMIN, new JoinRequests.Part(status, Optional.of(GROUP), ROWS));
    }

    private void audit(String kind, String actor) {
        readAudit.read(ADMIN, new Audit.Wanted(GROUP, kind, actor, 9_000, ROWS));
    }

    /** As it is planned for any parameters; a table is read from end to end only where nothing else is possible. */
    private String plan(String sql) {
        int parameters = (int) sql.chars().filter(character -> character == '?').count();
        String any = parameters == 0 ? "" : "(" + String.join(", ", Collections.nCopies(parameters, "null")) + ")";
        return session.doReturningWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local enable_seqscan = off");
                statement.execute("set local plan_cache_mode = force_generic_plan");
                statement.execute("prepare seen as " + numbered(sql));
                List<String> lines = new ArrayList<>(List.of(sql));
                try (ResultSet result = statement.executeQuery("explain execute seen" + any)) {
                    while (result.next()) {
                        lines.add(result.getString(1));
                    }
                }
                statement.execute("deallocate seen");
                return String.join("\n", lines);
            }
        });
    }

    private static String numbered(String sql) {
        int[] number = {0};
        return Pattern.compile("\\?").matcher(sql).replaceAll(any -> Matcher.quoteReplacement("$" + ++number[0]));
    }

    /** Some thousand rows in every table, half of the groups hidden, large groups; gone with the transaction. */
    private void aCrowd() {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(CROWD.replace(":group", "'" + GROUP + "'::uuid"));
            }
        });
    }

    private static final String CROWD = """
            insert into people (id, username, name, folded)
                select 'index-' || i, 'crowd', 'Crowd ' || i, 'crowd ' || i from generate_series(1, 4000) i;
            insert into groups (id, name, folded, description, visibility, join_policy, who_may_invite, capacity,
                    member_count, archived, metadata, created_by, created_at, revision, seq)
                select case i when 1 then :group else gen_random_uuid() end, 'Chess ' || i, 'chess ' || i, '',
                    case when i % 2 = 0 then 'HIDDEN' else 'PUBLIC' end, 'REQUEST', 'MEMBERS', 100000, 1, false, '{}',
                    'index-1', now(), 1, 1
                from generate_series(1, 4000) i;
            insert into members (group_id, user_id, role, joined_at)
                select :group, 'index-' || i, case when i % 100 = 1 then 'ADMIN' else 'MEMBER' end, now() + i * interval '1s'
                from generate_series(1, 4000) i;
            insert into members (group_id, user_id, role, joined_at)
                select id, 'index-' || i, 'MEMBER', now() from generate_series(1, 1000) i,
                    (select id from groups where created_by = 'index-1' and id <> :group order by id limit 8) other;
            insert into bans (group_id, user_id, banned_by, banned_at)
                select :group, 'index-' || i, 'index-1', now() + i * interval '1s' from generate_series(1, 2000) i;
            insert into join_requests (id, group_id, user_id, status, created_at, decided_at)
                select gen_random_uuid(), case when i % 2 = 0 then :group else (select id from groups where created_by = 'index-1' and id <> :group order by id limit 1) end,
                    'index-' || i, case when i % 5 = 0 then 'PENDING' else 'APPROVED' end, now(),
                    case when i % 5 = 0 then null else now() end
                from generate_series(1, 4000) i;
            insert into activity (id, group_id, seq, kind, actor_id, data, occurred_at)
                select gen_random_uuid(), :group, i, 'MEMBER_JOINED', 'index-' || i % 50, '{}', now()
                from generate_series(1, 4000) i;
            insert into audit (id, group_id, seq, kind, actor_id, data, occurred_at)
                select gen_random_uuid(), :group, i, case when i % 50 = 0 then 'MEMBER_BANNED' else 'MEMBER_JOINED' end,
                    'index-' || i % 50, '{}', now()
                from generate_series(1, 4000) i;
            select gin_clean_pending_list('groups_words'), gin_clean_pending_list('people_words');
            analyze people, groups, members, bans, join_requests, activity, audit;
            """;
}
