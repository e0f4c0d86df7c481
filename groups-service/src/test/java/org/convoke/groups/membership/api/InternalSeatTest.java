package org.convoke.groups.membership.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The seats that invitations-service asks for. */
@QuarkusTest
class InternalSeatTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final Someone cleo = Someone.called("Cleo");
    private final Someone invitations = Someone.invitationsService();

    @BeforeEach
    void theyAreInTheDirectory() {
        ben.get("/people/me").statusCode(200);
        cleo.get("/people/me").statusCode(200);
    }

    @Test
    void aLinkSeatsWhereNobodyHasToAskAndElseFilesARequest() {
        for (String policy : List.of("OPEN", "INVITE_ONLY")) {
            String group = aGroup(Map.of("joinPolicy", policy, "visibility", "HIDDEN"));
            link(group, ben).statusCode(201).body("invitedBy", equalTo(ann.id()));
            link(group, ben).statusCode(200);
        }
        String group = aGroup(Map.of("joinPolicy", "REQUEST", "visibility", "HIDDEN"));
        String request = link(group, ben)
                .statusCode(202)
                .body("joinRequest.status", equalTo("PENDING"))
                .body("joinRequest.userId", equalTo(ben.id()))
                .extract()
                .path("joinRequest.id");
        link(group, ben).statusCode(202).body("joinRequest.id", equalTo(request));
        ann.post("/join-requests/{r}/approve", Map.of(), request).statusCode(200);
        link(group, ben).statusCode(200).body("role", equalTo("MEMBER"));
    }

    @Test
    void aBannedPersonGetsNoSeat() {
        for (String policy : List.of("OPEN", "REQUEST")) {
            String group = aGroup(Map.of("joinPolicy", policy));
            bans(group, ben);
            seat(group, ben, UUID.randomUUID()).statusCode(403).body("code", equalTo("banned"));
            link(group, ben).statusCode(403).body("code", equalTo("banned"));
        }
    }

    @Test
    void anAcceptedInvitationApprovesAnOpenRequest() {
        String group = aGroup(Map.of("joinPolicy", "REQUEST"));
        String request = ben.join(group).statusCode(202).extract().path("id");
        seat(group, ben, UUID.randomUUID()).statusCode(201);
        ben.get("/join-requests?status=APPROVED")
                .body("items.id", contains(request))
                .body("items.decidedBy", contains(ann.id()));
    }

    @Test
    void anInviteeIsSeatedOnce() {
        String group = aGroup(Map.of("visibility", "HIDDEN"));
        UUID invitation = UUID.randomUUID();
        String joinedAt = seat(group, ben, invitation)
                .statusCode(201)
                .body("groupId", equalTo(group))
                .body("userId", equalTo(ben.id()))
                .body("name", equalTo(ben.name()))
                .body("role", equalTo("MEMBER"))
                .body("invitedBy", equalTo(ann.id()))
                .extract()
                .path("joinedAt");
        seat(group, ben, invitation).statusCode(200).body("joinedAt", equalTo(joinedAt));
        seat(group, ben, UUID.randomUUID()).statusCode(200).body("joinedAt", equalTo(joinedAt));
        ben.get("/groups/{g}", group).statusCode(200).body("memberCount", equalTo(2));
    }

    @Test
    void aRepeatOfAnInvitationDoesNotBringBackWhoHasLeft() {
        String group = aGroup(Map.of());
        UUID invitation = UUID.randomUUID();
        String joinedAt = seat(group, ben, invitation).statusCode(201).extract().path("joinedAt");
        ben.leave(group).statusCode(204);
        seat(group, ben, invitation)
                .statusCode(200)
                .body("joinedAt", equalTo(joinedAt))
                .body("invitedBy", equalTo(ann.id()));
        ben.get("/groups/{g}", group).body("memberCount", equalTo(1));
        seat(group, ben, UUID.randomUUID()).statusCode(201);
    }

    @Test
    void seatsAreRefusedByRule() {
        String full = aGroup(Map.of("capacity", 2));
        seat(full, ben, UUID.randomUUID()).statusCode(201);
        seat(full, cleo, UUID.randomUUID()).statusCode(409).body("code", equalTo("group-full"));

        String archived = aGroup(Map.of());
        Database.execute("update groups set archived = true where id = ?::uuid", archived);
        seat(archived, ben, UUID.randomUUID()).statusCode(409).body("code", equalTo("archived"));

        seat(UUID.randomUUID().toString(), ben, UUID.randomUUID())
                .statusCode(404)
                .body("code", equalTo("not-found"));
        seat(aGroup(Map.of()), Someone.called("Nobody"), UUID.randomUUID())
                .statusCode(404)
                .body("code", equalTo("unknown-person"));
    }

    @Test
    void aRequestThatComesAfterItsDeadlineSeatsNobody() {
        String group = aGroup(Map.of());
        UUID invitation = UUID.randomUUID();
        Instant passed = Instant.now().minusMillis(1);
        seat(group, ben, invitation, passed).statusCode(409).body("code", equalTo("late"));
        seat(group, ben, invitation).statusCode(201);
        seat(group, ben, invitation, passed).statusCode(200);
    }

    @Test
    void manyRequestsOfOneInvitationAtOnceAreOneSeatAndOneEvent() {
        String group = aGroup(Map.of());
        UUID invitation = UUID.randomUUID();
        List<Integer> answers =
                AtOnce.run(20, i -> seat(group, ben, invitation).extract().statusCode());
        assertThat(answers).containsOnly(200, 201);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        cleo.get("/groups/{g}", group).body("memberCount", equalTo(2));
        assertThat(Told.ofGroup(group, 2))
                .filteredOn(MemberJoined.class::isInstance)
                .hasSize(1);
    }

    @Test
    void theLastSeatsGoToExactlyAsManyAsThereAre() {
        String group = aGroup(Map.of("capacity", 4));
        List<Someone> crowd =
                Stream.generate(() -> Someone.known("Dan")).limit(12).toList();
        List<Integer> answers = AtOnce.run(
                12, i -> seat(group, crowd.get(i), UUID.randomUUID()).extract().statusCode());
        assertThat(answers).containsOnly(201, 409);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
    }

    @Test
    void nobodyButTheServiceMayAsk() {
        String group = aGroup(Map.of());
        for (Someone other : List.of(ann, Someone.hostApp())) {
            other.internal("PUT", "/groups/{g}/members/{u}", "{}", group, ben.id())
                    .statusCode(403);
        }
    }

    private String aGroup(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("name", "Chess Club");
        return ann.founds(all);
    }

    private void bans(String group, Someone someone) {
        ann.put("/groups/{g}/bans/{u}", Map.of(), group, someone.id()).statusCode(201);
    }

    private ValidatableResponse link(String group, Someone bearer) {
        Map<String, String> request = Map.of(
                "invitationId",
                UUID.randomUUID().toString(),
                "invitedBy",
                ann.id(),
                "deadline",
                Instant.now().plusSeconds(60).toString(),
                "via",
                "LINK");
        return invitations.internal("PUT", "/groups/{g}/members/{u}", request, group, bearer.id());
    }

    private ValidatableResponse seat(String group, Someone invitee, UUID invitation) {
        return seat(group, invitee, invitation, Instant.now().plusSeconds(60));
    }

    private ValidatableResponse seat(String group, Someone invitee, UUID invitation, Instant deadline) {
        Map<String, String> request =
                Map.of("invitationId", invitation.toString(), "invitedBy", ann.id(), "deadline", deadline.toString());
        return invitations.internal("PUT", "/groups/{g}/members/{u}", request, group, invitee.id());
    }
}
