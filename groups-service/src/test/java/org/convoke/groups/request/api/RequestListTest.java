package org.convoke.groups.request.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestListTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");

    @Test
    void whoDecidesSeesTheOpenOnesTheOldestFirstAndTheHistoryTheNewestFirst() {
        String group = group(Map.of("name", "Chess Club", "joinPolicy", "REQUEST"));
        List<String> ids = new ArrayList<>();
        for (Someone someone :
                Stream.generate(() -> Someone.called("Dan")).limit(5).toList()) {
            ids.add(someone.join(group).extract().path("id"));
        }
        assertThat(pages(ann, "/groups/" + group + "/join-requests?status=PENDING&limit=2"))
                .isEqualTo(ids);
        Collections.reverse(ids);
        assertThat(pages(ann, "/groups/" + group + "/join-requests?limit=2")).isEqualTo(ids);
        ann.get("/groups/{g}/join-requests?status=REJECTED", group).body("items", empty());
        ann.post("/join-requests/{r}/reject", Map.of(), ids.getFirst());
        ann.get("/groups/{g}/join-requests?status=REJECTED", group).body("items.id", contains(ids.getFirst()));
    }

    @Test
    void oneSeesOnesOwnRequestsInAllGroups() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String group = group(Map.of("name", "Chess Club", "joinPolicy", "REQUEST"));
            Someone.called("Dan").join(group);
            ids.add(ben.join(group).extract().path("id"));
        }
        ann.post("/join-requests/{r}/reject", Map.of(), ids.getFirst());
        ben.get("/join-requests?status=REJECTED").body("items.id", contains(ids.getFirst()));
        assertThat(pages(ben, "/join-requests?status=PENDING&limit=2")).isEqualTo(ids.subList(1, 5));
        Collections.reverse(ids);
        assertThat(pages(ben, "/join-requests?limit=2")).isEqualTo(ids);
        String gone = ben.get("/join-requests").extract().path("items[0].groupId");
        ann.request().delete("/api/v1/groups/{g}", gone).then().statusCode(204);
        ben.get("/join-requests").body("items.id", contains(ids.subList(1, 5).toArray()));
    }

    @Test
    void theListOfAGroupIsForThoseWhoDecide() {
        String open = group(Map.of("name", "Chess Club", "joinPolicy", "OPEN"));
        ben.get("/groups/{g}/join-requests", open).statusCode(403).body("code", equalTo("forbidden"));
        ben.join(open);
        ben.get("/groups/{g}/join-requests", open).statusCode(403);
        Database.execute("update members set role = 'MODERATOR' where user_id = ?", ben.id());
        ben.get("/groups/{g}/join-requests", open).statusCode(200);
        for (String visibility : List.of("PRIVATE", "HIDDEN")) {
            String closed = group(Map.of("name", "Chess Club", "visibility", visibility));
            ben.get("/groups/{g}/join-requests", closed).statusCode(404);
        }
        ann.get("/groups/{g}/join-requests?status=NONE", open)
                .statusCode(400)
                .body("errors[0].field", equalTo("status"));
    }

    @Test
    void whatIsAskedOnEveryWayInIsServedByIndexes() {
        String group = group(Map.of("name", "Chess Club"));
        assertThat(plan("explain select user_id from members where group_id = '" + group
                        + "' and role in ('OWNER', 'ADMIN', 'MODERATOR') order by joined_at"))
                .doesNotContain("Seq Scan");
        assertThat(plan("explain select 1 from pending_invitations where group_id = '" + group
                        + "' and invitee_id = 'x' and not withheld"))
                .contains("pending_invitations_of_invitee");
        assertThat(plan("""
                        explain select distinct o.user_id from members m join members o on o.group_id = m.group_id
                        join groups g on g.id = m.group_id and g.deleted_at is null
                        where m.user_id = 'x' and o.user_id in ('a', 'b', 'c')""")).doesNotContain("Seq Scan");
    }

    private static String plan(String explain) {
        return String.join("\n", Database.lines(explain));
    }

    private String group(Map<String, ?> settings) {
        return ann.founds(settings);
    }

    private static List<String> pages(Someone someone, String path) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            String page = cursor == null ? path : path + "&cursor=" + cursor;
            ids.addAll(someone.get(page).statusCode(200).extract().path("items.id"));
            cursor = someone.get(page).extract().path("next");
        } while (cursor != null);
        return ids;
    }
}
