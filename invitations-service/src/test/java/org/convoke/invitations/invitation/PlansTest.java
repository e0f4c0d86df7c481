package org.convoke.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.convoke.invitations.TheDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked often finds its rows by index, in a table that has grown. */
@QuarkusTest
class PlansTest {

    private static final String GROWN = """
            insert into invitation (id, seq, group_id, group_preview, inviter_id, invitee_id, status,
                created_at, expires_at, decided_at, batch)
            select gen_random_uuid(), 1, gen_random_uuid(), '{}', 'ann' || n %% 500, 'ben' || n,
                case when n %% 10 = 0 then 'PENDING' else 'CANCELLED' end,
                now() - n * interval '1 minute', now() + interval '1 day',
                case when n %% 10 = 0 then null else now() end, n %% 2 = 0
            from generate_series(1, 20000) n""".replace("%%", "%");

    private static final String GROUP = "'01900000-0000-7000-8000-000000000000'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from invitation where invitee_id = 'x' and not withheld order by id desc limit 51",
                "select * from invitation where inviter_id = 'x' order by id desc limit 51",
                "select * from invitation where inviter_id = 'x' and group_id = G order by id desc limit 51",
                "select * from invitation i where status = 'PENDING' and group_id = G and (inviter_id = 'x' or not exists"
                        + " (select 1 from invitation o where o.group_id = i.group_id and o.invitee_id = i.invitee_id and"
                        + " o.status = 'PENDING' and o.id <> i.id and (o.inviter_id = 'x' or i.withheld)))"
                        + " order by id desc limit 51",
                "select * from invitation where status = 'PENDING' and claim_id is null and expires_at <= now()"
                        + " order by expires_at limit 100 for update skip locked",
                "select count(*) from invitation where inviter_id = 'x' and batch = false and created_at > now()",
                "select created_at from invitation where inviter_id = 'x' and batch = true"
                        + " order by created_at desc offset 199 limit 1",
                "select count(*) from invitation where group_id = G and created_at > now()",
                "select created_at from invitation where group_id = G order by created_at desc offset 999 limit 1",
                "select invitee_id, row_number() over (partition by invitee_id order by created_at desc) from invitation"
                        + " where group_id = G and invitee_id = any (array['x', 'y'])",
                "select * from invitation where group_id = G and invitee_id = any (array['x', 'y'])"
                        + " and status = 'PENDING'",
                "select * from invitation where group_id = G and status = 'PENDING' and created_at <= now()"
                        + " and claim_id is null order by id limit 200 for update",
                "update invitation set message = null where inviter_id = 'x' or invitee_id = 'x'"
            })
    void itIsFoundByIndex(String query) {
        List<String> plan = TheDatabase.trying(statement -> {
            statement.execute(GROWN);
            statement.execute("analyze invitation");
            List<String> lines = new ArrayList<>();
            try (var rows = statement.executeQuery("explain " + query.replace("= G", "= " + GROUP))) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        });
        assertThat(plan).anyMatch(line -> line.contains("Index")).noneMatch(line -> line.contains("Seq Scan"));
    }
}
