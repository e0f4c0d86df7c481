package org.convoke.groups.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestRaceTest {

    private static final int ROUNDS = 20;

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");

    @BeforeEach
    void theyAreInTheDirectory() {
        ann.get("/people/me").statusCode(200);
        ben.get("/people/me").statusCode(200);
    }

    @Test
    void theLastSeatsGoToAsManyAsThereAreByWhicheverWayTheyCome() {
        for (int round = 0; round < 5; round++) {
            List<Someone> crowd =
                    Stream.generate(() -> Someone.known("Dan")).limit(12).toList();
            String group = asking(4);
            List<String> requests = crowd.stream()
                    .map(someone -> someone.join(group).extract().<String>path("id"))
                    .toList();
            Database.execute("update groups set join_policy = 'OPEN' where id = ?::uuid", group);
            List<Integer> answers = AtOnce.run(12, i -> switch (i % 3) {
                case 0 -> crowd.get(i).join(group).extract().statusCode();
                case 1 -> decide(ann, requests.get(i), "approve").statusCode();
                default -> seat(group, crowd.get(i)).statusCode();
            });
            assertThat(answers).filteredOn(status -> status < 300).hasSize(3);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(9);
            assertThat(Database.count("select count(*) from members where group_id = '" + group + "'"))
                    .isEqualTo(4);
            assertThat(open(group)).isEqualTo(9);
        }
    }

    @Test
    void anApprovalAndAnotherDecisionAtOnceAreOneDecision() {
        Map<String, Someone> others = Map.of("withdraw", ben, "reject", ann);
        for (int round = 0; round < ROUNDS; round++) {
            String other = round % 2 == 0 ? "withdraw" : "reject";
            String group = asking(10);
            String request = ben.join(group).extract().path("id");
            List<Response> answers = AtOnce.run(
                    2, i -> i == 0 ? decide(ann, request, "approve") : decide(others.get(other), request, other));
            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
            boolean approved = answers.getFirst().statusCode() == 200;
            answers.get(approved ? 1 : 0)
                    .then()
                    .body("code", equalTo("not-pending"))
                    .body("requestStatus", equalTo(answers.get(approved ? 0 : 1).path("status")));
            ben.get("/groups/{g}", group).body("memberCount", equalTo(approved ? 2 : 1));
        }
    }

    @Test
    void aRequestAndABanAtOnceLeaveNoOpenRequest() {
        for (int round = 0; round < ROUNDS; round++) {
            String group = asking(10);
            AtOnce.run(
                    2,
                    i -> i == 0
                            ? ben.join(group).extract().statusCode()
                            : ann.put("/groups/{g}/bans/{u}", Map.of("reason", "race"), group, ben.id())
                                    .statusCode(201)
                                    .extract()
                                    .statusCode());
            ann.get("/groups/{g}/join-requests?status=PENDING", group).body("items", empty());
            ben.join(group).statusCode(403);
        }
    }

    @Test
    void manyRequestsOfOnePersonAtOnceAreOne() {
        String group = asking(10);
        List<Integer> answers = AtOnce.run(
                10,
                i -> ben.post("/groups/{g}/join-requests", Map.of(), group)
                        .extract()
                        .statusCode());
        assertThat(answers).containsOnly(200, 201);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(open(group)).isEqualTo(1);
    }

    @Test
    void nobodyGetsIntoMoreGroupsThanOnePersonMayByJoiningManyAtOnce() {
        crowd(ben, 997);
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            groups.add(asking(10));
        }
        List<String> requests = groups.stream()
                .map(group -> ben.join(group).extract().<String>path("id"))
                .toList();
        groups.forEach(group -> Database.execute("update groups set join_policy = 'OPEN' where id = ?::uuid", group));
        List<Response> answers = AtOnce.run(9, i -> switch (i % 3) {
            case 0 -> ben.join(groups.get(i)).extract().response();
            case 1 -> decide(ann, requests.get(i), "approve");
            default -> seat(groups.get(i), ben);
        });
        assertThat(answers).filteredOn(answer -> answer.statusCode() < 300).hasSize(3);
        for (Response answer : answers) {
            if (answer.statusCode() >= 300) {
                answer.then().statusCode(429).body("code", equalTo("group-quota"));
                assertThat(answer.header("Retry-After")).isNotNull();
            }
        }
        assertThat(Database.count("select count(*) from members where user_id = '" + ben.id() + "'"))
                .isEqualTo(1000);
    }

    /** She is in so many groups from the beginning. */
    private static void crowd(Someone someone, int groups) {
        String template = someone.founds(Map.of("name", "Template", "visibility", "HIDDEN"));
        Database.execute("""
                with made as (
                    insert into groups (id, name, folded, description, visibility, join_policy, who_may_invite,
                        capacity, member_count, archived, metadata, created_by, created_at, revision, seq)
                    select gen_random_uuid(), name, folded, description, visibility, join_policy, who_may_invite,
                        capacity, member_count, archived, metadata, created_by, created_at, revision, seq
                    from groups, generate_series(2, ?) where id = ?::uuid
                    returning id)
                insert into members (group_id, user_id, role, joined_at) select id, ?, 'OWNER', now() from made""", groups, template, someone.id());
    }

    private String asking(int capacity) {
        return ann.founds(Map.of("name", "Chess Club", "joinPolicy", "REQUEST", "capacity", capacity));
    }

    private static long open(String group) {
        return Database.count(
                "select count(*) from join_requests where status = 'PENDING' and group_id = '" + group + "'");
    }

    private static Response decide(Someone someone, String request, String decision) {
        return someone.post("/join-requests/{r}/" + decision, Map.of(), request)
                .extract()
                .response();
    }

    private Response seat(String group, Someone invitee) {
        Map<String, String> request = Map.of(
                "invitationId",
                UUID.randomUUID().toString(),
                "invitedBy",
                ann.id(),
                "deadline",
                Instant.now().plusSeconds(60).toString());
        return Someone.invitationsService()
                .internal("PUT", "/groups/{g}/members/{u}", request, group, invitee.id())
                .extract()
                .response();
    }
}
