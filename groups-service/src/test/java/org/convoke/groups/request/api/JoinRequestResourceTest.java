package org.convoke.groups.request.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JoinRequestResourceTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final Someone cleo = Someone.called("Cleo");

    @Test
    void aRequestIsFiledOnceAndSaysWhatSheSaid() {
        String group = asking();
        String request = asks(ben, group)
                .statusCode(201)
                .body("groupId", equalTo(group))
                .body("userId", equalTo(ben.id()))
                .body("message", equalTo("please"))
                .body("status", equalTo("PENDING"))
                .body("decidedBy", nullValue())
                .body("decidedAt", nullValue())
                .body("createdAt", notNullValue())
                .extract()
                .path("id");
        ben.post("/groups/{g}/join-requests", Map.of("message", "again"), group)
                .statusCode(200)
                .body("id", equalTo(request))
                .body("message", equalTo("please"));
        ben.request().post("/api/v1/groups/{g}/join-requests", group).then().statusCode(200);
    }

    @Test
    void whoIsApprovedIsAMemberAndTheSameDecisionAgainChangesNothing() {
        String group = asking();
        String request = asks(ben, group).extract().path("id");
        decide(ann, request, "approve")
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("decidedBy", equalTo(ann.id()))
                .body("decidedAt", notNullValue());
        ben.get("/groups/{g}", group).body("memberCount", equalTo(2)).body("myRole", equalTo("MEMBER"));
        decide(ann, request, "approve").statusCode(200).body("status", equalTo("APPROVED"));
        decide(ann, request, "reject")
                .statusCode(409)
                .body("code", equalTo("not-pending"))
                .body("requestStatus", equalTo("APPROVED"));
        decide(ben, request, "withdraw").statusCode(409).body("requestStatus", equalTo("APPROVED"));
        asks(ben, group).statusCode(409).body("code", equalTo("already-a-member"));
    }

    @Test
    void whoIsRejectedOrWithdrawsMayAskAgain() {
        String group = asking();
        String first = asks(ben, group).extract().path("id");
        decide(ann, first, "reject").statusCode(200).body("status", equalTo("REJECTED"));
        decide(ann, first, "reject").statusCode(200);
        decide(ann, first, "approve").statusCode(409).body("requestStatus", equalTo("REJECTED"));
        String second = asks(ben, group).statusCode(201).extract().path("id");
        decide(ben, second, "withdraw")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("decidedBy", equalTo(ben.id()));
        decide(ben, second, "withdraw").statusCode(200);
        decide(ann, second, "approve").statusCode(409).body("requestStatus", equalTo("WITHDRAWN"));
        asks(ben, group).statusCode(201);
        ben.get("/groups/{g}", group).body("memberCount", equalTo(1));
    }

    @Test
    void onlyModeratorsDecideAndOnlyTheAuthorWithdraws() {
        String group = asking();
        Someone moderator = seated(group, "MODERATOR");
        Someone member = seated(group, "MEMBER");
        String request = asks(ben, group).extract().path("id");
        for (String decision : List.of("approve", "reject")) {
            decide(member, request, decision).statusCode(403).body("code", equalTo("forbidden"));
            decide(ben, request, decision).statusCode(403);
            decide(cleo, request, decision).statusCode(404).body("code", equalTo("not-found"));
        }
        decide(ann, request, "withdraw").statusCode(403);
        decide(moderator, request, "withdraw").statusCode(403);
        decide(member, request, "withdraw").statusCode(404);
        decide(cleo, request, "withdraw").statusCode(404);
        decide(ann, UUID.randomUUID().toString(), "approve").statusCode(404);
        decide(moderator, request, "approve").statusCode(200).body("decidedBy", equalTo(moderator.id()));
    }

    @Test
    void whereThereIsNothingToAskForTheRequestIsRefused() {
        asks(ben, group("INVITE_ONLY", Map.of())).statusCode(403).body("code", equalTo("invite-only"));
        asks(ben, group("OPEN", Map.of())).statusCode(409).body("code", equalTo("open-group"));
        asks(ben, group("REQUEST", Map.of("visibility", "HIDDEN"))).statusCode(404);
        asks(ben, UUID.randomUUID().toString()).statusCode(404);
        asks(ben, group("REQUEST", Map.of("visibility", "PRIVATE"))).statusCode(201);
        String archived = asking();
        Database.execute("update groups set archived = true where id = ?::uuid", archived);
        asks(ben, archived).statusCode(409).body("code", equalTo("archived"));
        ben.join(archived).statusCode(409).body("code", equalTo("archived"));
    }

    @Test
    void aBannedPersonNeitherAsksNorIsLetIn() {
        String group = asking();
        String request = asks(ben, group).extract().path("id");
        bans(group, ben);
        bans(group, Someone.known("Dan"));
        decide(ann, request, "approve").statusCode(403).body("code", equalTo("banned"));
        asks(ben, group).statusCode(403).body("code", equalTo("banned"));
        ben.join(group).statusCode(403).body("code", equalTo("banned"));
        String open = group("OPEN", Map.of());
        bans(open, ben);
        ben.join(open).statusCode(403).body("code", equalTo("banned"));
    }

    @Test
    void aFullGroupTakesRequestsAndLetsInWhenThereIsRoom() {
        String group = group("REQUEST", Map.of("capacity", 2));
        Someone member = seated(group, "MEMBER");
        String request = asks(ben, group).statusCode(201).extract().path("id");
        decide(ann, request, "approve").statusCode(409).body("code", equalTo("group-full"));
        requests(ann, group, "PENDING").body("items.id", contains(request));
        member.leave(group).statusCode(204);
        decide(ann, request, "approve").statusCode(200);
    }

    @Test
    void anArchivedGroupLetsNobodyInButARequestEnds() {
        String group = asking();
        String first = asks(ben, group).extract().path("id");
        String second = asks(cleo, group).extract().path("id");
        Database.execute("update groups set archived = true where id = ?::uuid", group);
        decide(ann, first, "approve").statusCode(409).body("code", equalTo("archived"));
        decide(ann, first, "reject").statusCode(200);
        decide(cleo, second, "withdraw").statusCode(200);
    }

    @Test
    void whoeverComesInByAnotherWayHasHerRequestApproved() {
        String group = asking();
        String request = asks(ben, group).extract().path("id");
        Database.execute("update groups set join_policy = 'OPEN' where id = ?::uuid", group);
        ben.post("/groups/{g}/join-requests", Map.of(), group).statusCode(200).body("id", equalTo(request));
        ben.join(group).statusCode(201);
        requests(ann, group, "APPROVED")
                .body("items.id", contains(request))
                .body("items.decidedBy", contains(ben.id()));
        requests(ann, group, "PENDING").body("items", empty());
    }

    @Test
    void theMessageHasItsLimitsAndTheBodyItsFields() {
        String group = asking();
        for (Object message : List.of("x".repeat(501), 7, "a\0b")) {
            ben.post("/groups/{g}/join-requests", Map.of("message", message), group)
                    .statusCode(400)
                    .body("errors[0].field", equalTo("message"));
        }
        ben.post("/groups/{g}/join-requests", Map.of("status", "APPROVED"), group)
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
        ben.post("/groups/{g}/join-requests", Map.of("message", "x".repeat(500)), group)
                .statusCode(201);
    }

    @Test
    void theSameKeyFilesOneRequestAndDecidesOnce() {
        String group = asking();
        String key = UUID.randomUUID().toString();
        String path = "/api/v1/groups/{g}/join-requests";
        String request = ben.request()
                .header("Idempotency-Key", key)
                .post(path, group)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ben.request()
                .header("Idempotency-Key", key)
                .post(path, group)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(request));
        String approve = "/api/v1/join-requests/{r}/approve";
        ann.request()
                .header("Idempotency-Key", key)
                .post(approve, request)
                .then()
                .statusCode(200);
        ann.request()
                .header("Idempotency-Key", key)
                .post(approve, request)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
    }

    private String asking() {
        return group("REQUEST", Map.of());
    }

    private String group(String policy, Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("name", "Chess Club");
        all.put("joinPolicy", policy);
        return ann.founds(all);
    }

    private Someone seated(String group, String role) {
        Someone someone = Someone.known("Dan");
        String request = asks(someone, group).extract().path("id");
        decide(ann, request, "approve").statusCode(200);
        Database.execute(
                "update members set role = ? where group_id = ?::uuid and user_id = ?", role, group, someone.id());
        return someone;
    }

    private void bans(String group, Someone someone) {
        Database.execute(
                "insert into bans (group_id, user_id, banned_by, banned_at) values (?::uuid, ?, ?, now())",
                group,
                someone.id(),
                ann.id());
    }

    private static ValidatableResponse asks(Someone someone, String group) {
        return someone.post("/groups/{g}/join-requests", Map.of("message", "please"), group);
    }

    private static ValidatableResponse decide(Someone someone, String request, String decision) {
        return someone.post("/join-requests/{r}/" + decision, Map.of(), request);
    }

    private static ValidatableResponse requests(Someone someone, String group, String status) {
        return someone.get("/groups/{g}/join-requests?status={s}", group, status)
                .statusCode(200);
    }
}
