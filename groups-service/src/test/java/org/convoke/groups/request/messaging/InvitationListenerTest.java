package org.convoke.groups.request.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convoke.events.DomainEvent;
import org.convoke.events.GroupEvent.JoinRequestApproved;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.InvitationEvent.InvitationDeclined;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Topic;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Database;
import org.convoke.groups.Elsewhere;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvitationListenerTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final String name = "Chess Club " + ben.id().substring(0, 8);

    @BeforeEach
    void theyAreInTheDirectory() {
        ben.get("/people/me").statusCode(200);
    }

    @Test
    void whoIsInvitedSeesAHiddenGroupAndJoinsIt() {
        String group = group(Map.of("visibility", "HIDDEN", "metadata", Map.of("secret", "x")));
        ben.get("/groups/{g}", group).statusCode(404);
        ben.join(group).statusCode(404);
        InvitationSnapshot invitation = sent(Elsewhere.invitation(group, ann, ben), false);
        ben.get("/groups/{g}", group)
                .statusCode(200)
                .body("name", equalTo(name))
                .body("myRole", nullValue())
                .body("createdBy", nullValue())
                .body("metadata.size()", equalTo(0));
        ben.get("/groups?query={q}", name).body("items.id", contains(group));
        ann.get("/groups?query={q}", name).body("items.id", contains(group));
        ben.get("/groups/{g}/members", group).statusCode(404);
        ben.get("/groups/{g}/join-requests", group).statusCode(404);
        ben.join(group).statusCode(201).body("invitedBy", equalTo(ann.id()));
        MemberJoined joined = (MemberJoined) Told.ofGroup(group, 2).getLast();
        assertThat(joined.invitationId()).isEqualTo(invitation.id());
        assertThat(joined.invitedBy()).isEqualTo(ann.id());
    }

    @Test
    void theRequestOfWhoIsInvitedIsHerAcceptance() {
        for (String policy : List.of("REQUEST", "INVITE_ONLY", "OPEN")) {
            String group = group(Map.of("joinPolicy", policy));
            sent(Elsewhere.invitation(group, ann, ben), false);
            asks(group)
                    .statusCode(201)
                    .body("status", equalTo("APPROVED"))
                    .body("decidedBy", equalTo(ann.id()))
                    .body("message", equalTo("please"));
            ben.get("/groups/{g}", group).body("myRole", equalTo("MEMBER"));
            assertThat(Told.ofGroup(group, 2)).last().isInstanceOf(MemberJoined.class);
            assertThat(Database.count("select count(*) from outbox where aggregate_id = '" + group + "'"))
                    .isZero();
        }
    }

    @Test
    void whatIsWithheldExpiredOrAnsweredOpensNothing() {
        String group = group(Map.of("visibility", "HIDDEN"));
        sent(Elsewhere.invitation(group, ann, ben), true);
        sent(Elsewhere.invitation(group, ann, ben, Instant.now().minusSeconds(1)), false);
        InvitationSnapshot declined = sent(Elsewhere.invitation(group, ann, ben), false);
        ben.get("/groups/{g}", group).statusCode(200);
        Elsewhere.told(Topic.INVITATIONS, declined.id().toString(), new InvitationDeclined(declined));
        ben.get("/groups/{g}", group).statusCode(404);
        ben.get("/groups?query={q}", name).body("items.id", empty());
        ben.join(group).statusCode(404);
        asks(group).statusCode(404);
    }

    @Test
    void anInviterWhoMayApproveDoesSoByInviting() {
        for (boolean withheld : List.of(false, true)) {
            String group = group(Map.of("joinPolicy", "REQUEST"));
            String request = asks(group).statusCode(201).extract().path("id");
            InvitationSnapshot invitation = sent(Elsewhere.invitation(group, ann, ben), withheld);
            ann.get("/groups/{g}/join-requests?status=APPROVED", group)
                    .body("items.id", contains(request))
                    .body("items.decidedBy", contains(ann.id()));
            List<DomainEvent> events = Told.ofGroup(group, 4);
            assertThat(events.get(2))
                    .isInstanceOfSatisfying(
                            MemberJoined.class,
                            joined -> assertThat(joined.invitationId()).isEqualTo(invitation.id()));
            assertThat(events.get(3)).isInstanceOf(JoinRequestApproved.class);
        }
    }

    @Test
    void theInvitationOfOneWhoMayNotApproveLeavesBothUntilSheAsksAgain() {
        String group = group(Map.of("joinPolicy", "REQUEST"));
        Someone cleo = Someone.known("Cleo");
        String cleos = cleo.join(group).extract().path("id");
        ann.post("/join-requests/{r}/approve", Map.of(), cleos).statusCode(200);
        String request = asks(group).extract().path("id");
        sent(Elsewhere.invitation(group, cleo, ben), false);
        ann.get("/groups/{g}/join-requests?status=PENDING", group).body("items.id", contains(request));
        asks(group)
                .statusCode(200)
                .body("id", equalTo(request))
                .body("status", equalTo("APPROVED"))
                .body("decidedBy", equalTo(cleo.id()));
        ben.get("/groups/{g}", group).body("myRole", equalTo("MEMBER"));
    }

    @Test
    void aFullGroupLeavesBoth() {
        String group = group(Map.of("joinPolicy", "REQUEST", "capacity", 2));
        Someone cleo = Someone.known("Cleo");
        ann.post(
                        "/join-requests/{r}/approve",
                        Map.of(),
                        cleo.join(group).extract().<String>path("id"))
                .statusCode(200);
        asks(group).statusCode(201);
        sent(Elsewhere.invitation(group, ann, ben), false);
        asks(group).statusCode(409).body("code", equalTo("group-full"));
        cleo.leave(group).statusCode(204);
        asks(group).statusCode(200).body("status", equalTo("APPROVED"));
    }

    @Test
    void aRequestAndAnInvitationThatCrossEndInOneMembership() {
        for (int round = 0; round < 20; round++) {
            Someone dan = Someone.known("Dan");
            String group = group(Map.of("joinPolicy", "REQUEST"));
            InvitationSnapshot invitation = Elsewhere.invitation(group, ann, dan);
            AtOnce.run(
                    2,
                    i -> i == 0
                            ? Elsewhere.tell(
                                    Topic.INVITATIONS,
                                    invitation.id().toString(),
                                    new InvitationSent(invitation, false),
                                    Instant.now())
                            : dan.post("/groups/{g}/join-requests", Map.of(), group)
                                    .statusCode(201));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> dan.get("/groups/{g}", group)
                            .body("myRole", equalTo("MEMBER"))
                            .body("memberCount", equalTo(2)));
            ann.get("/groups/{g}/join-requests?status=PENDING", group).body("items", empty());
            assertThat(Database.count("select count(*) from seats where group_id = '" + group + "'"))
                    .isEqualTo(1);
        }
    }

    private String group(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("name", name);
        return ann.founds(all);
    }

    private ValidatableResponse asks(String group) {
        return ben.post("/groups/{g}/join-requests", Map.of("message", "please"), group);
    }

    private static InvitationSnapshot sent(InvitationSnapshot invitation, boolean withheld) {
        Elsewhere.told(Topic.INVITATIONS, invitation.id().toString(), new InvitationSent(invitation, withheld));
        return invitation;
    }
}
