package org.convoke.invitations.invitation.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.invalid;
import static org.convoke.invitations.Answers.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnswerInvitationTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final Someone cleo = Someone.called("cleo");
    private final AGroup group = ann.founds();

    @Test
    void acceptingMakesTheInviteeAMemberAndAcceptingTwiceChangesNothing() {
        String id = ann.invited(ben, group);
        ValidatableResponse accepted = ben.accepts(id);
        accepted.statusCode(200)
                .body("invitation.id", equalTo(id))
                .body("invitation.status", equalTo("ACCEPTED"))
                .body("invitation.decidedAt", notNullValue())
                .body("membership.groupId", equalTo(group.id.toString()))
                .body("membership.userId", equalTo(ben.id()))
                .body("membership.role", equalTo("MEMBER"))
                .body("membership.invitedBy", equalTo(ann.id()))
                .body("membership.joinedAt", notNullValue());
        assertThat(ben.accepts(id).extract().asString())
                .isEqualTo(accepted.extract().asString());
        assertThat(group.members).containsKey(ben.id());
        assertThat(group.seatCalls).hasValue(1);
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationAccepted");
        notPending(ann.cancels(id), "ACCEPTED");
        notPending(ben.declines(id), "ACCEPTED");
    }

    @Test
    void anEmptyObjectOrNothingIsTheSameBody() {
        String id = ann.invited(ben, group);
        ben.posts(id, "accept", "{}").statusCode(200);
        given().auth()
                .oauth2(ben.token())
                .noContentType()
                .post("/api/v1/invitations/{id}/accept", id)
                .then()
                .statusCode(200);
        refused(ben.posts(id, "accept", "{\"role\": \"OWNER\"}"), 400, "unknown-field");
    }

    @Test
    void aDeclinedInvitationIsOver() {
        String id = ann.invited(ben, group);
        ben.posts(id, "decline", "{\"scope\": \"GROUP\"}")
                .statusCode(200)
                .body("status", equalTo("DECLINED"))
                .body("decidedAt", notNullValue());
        ben.declines(id).statusCode(200).body("status", equalTo("DECLINED"));
        notPending(ben.accepts(id), "DECLINED");
        notPending(ann.cancels(id), "DECLINED");
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationDeclined");
        assertThat(group.members).doesNotContainKey(ben.id());
    }

    @Test
    void aDeclineKnowsOnlyItsScopes() {
        String id = ann.invited(ben, group);
        invalid(ben.posts(id, "decline", "{\"scope\": \"WORLD\"}"), "scope");
    }

    @Test
    void aCancelledInvitationCannotBeAccepted() {
        String id = ann.invited(ben, group);
        ann.cancels(id).statusCode(200).body("status", equalTo("CANCELLED"));
        ann.cancels(id).statusCode(200).body("status", equalTo("CANCELLED"));
        notPending(ben.accepts(id), "CANCELLED");
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationCancelled");
        assertThat(group.seatCalls).hasValue(0);
    }

    @Test
    void anExpiredInvitationIsGone() {
        String id = ann.invited(ben, group);
        TheDatabase.endNow(id);
        refused(ben.accepts(id), 410, "expired");
        refused(ben.declines(id), 410, "expired");
        refused(ann.cancels(id), 410, "expired");
        ben.reads(id).body("status", equalTo("EXPIRED")).body("decidedAt", notNullValue());
        assertThat(group.seatCalls).hasValue(0);
    }

    @Test
    void everybodyDoesOnlyWhatIsHers() {
        String id = ann.invited(ben, group);
        refused(ann.accepts(id), 403, "forbidden");
        refused(ann.declines(id), 403, "forbidden");
        refused(ben.cancels(id), 403, "forbidden");
        notFoundBy(cleo, id);
        ann.reads(id).body("status", equalTo("PENDING"));
    }

    @Test
    void anInvitationThatIsNotThereIsNotFound() {
        notFoundBy(ben, UUID.randomUUID().toString());
        invalid(ben.accepts("1-1-1-1-1"), "id");
    }

    @Test
    void aRefusedSeatLeavesTheInvitationPending() {
        String id = ann.invited(ben, group);
        group.capacity = 1;
        refused(ben.accepts(id), 409, "group-full");
        group.archived = true;
        refused(ben.accepts(id), 409, "archived");
        group.archived = false;
        group.banned.add(ben.id());
        refused(ben.accepts(id), 403, "banned");
        ben.reads(id).body("status", equalTo("PENDING")).body("decidedAt", nullValue());
        group.banned.clear();
        group.capacity = 2;
        ben.accepts(id).statusCode(200);
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationAccepted");
    }

    private static void notFoundBy(Someone someone, String id) {
        refused(someone.reads(id), 404, "not-found");
        refused(someone.accepts(id), 404, "not-found");
        refused(someone.declines(id), 404, "not-found");
        refused(someone.cancels(id), 404, "not-found");
    }

    private static void notPending(ValidatableResponse answer, String status) {
        refused(answer, 409, "not-pending")
                .body("invitationStatus", equalTo(status))
                .body("$", hasKey("reason"));
    }
}
