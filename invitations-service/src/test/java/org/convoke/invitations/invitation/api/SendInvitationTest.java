package org.convoke.invitations.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.invalid;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.Answers.unavailable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SendInvitationTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final Someone cleo = Someone.called("cleo");
    private final AGroup group = ann.founds();

    @Test
    void anInvitationIsPendingAndShowsItsGroup() {
        ValidatableResponse answer =
                ann.invites(ben, group, Map.of("message", "Come and\nplay")).statusCode(201);
        String id = answer.extract().path("id");
        answer.header("Location", endsWith("/api/v1/invitations/" + id))
                .body("groupId", equalTo(group.id.toString()))
                .body("group.id", equalTo(group.id.toString()))
                .body("group.name", equalTo("Chess"))
                .body("group.visibility", equalTo("PUBLIC"))
                .body("group.memberCount", equalTo(1))
                .body("inviterId", equalTo(ann.id()))
                .body("inviteeId", equalTo(ben.id()))
                .body("message", equalTo("Come and\nplay"))
                .body("status", equalTo("PENDING"))
                .body("$", hasKey("reason"))
                .body("reason", nullValue())
                .body("$", hasKey("decidedAt"))
                .body("decidedAt", nullValue());
        assertThat(ben.reads(id).extract().asString())
                .isEqualTo(answer.extract().asString());
        assertThat(Told.about(id)).containsExactly("InvitationSent");
    }

    @Test
    void anInvitationEndsAfterTwoWeeksUnlessSaidOtherwise() {
        assertThat(life(ann.invites(ben, group))).isEqualTo(Duration.ofDays(14));
        assertThat(life(ann.invites(cleo, group, Map.of("expiresInDays", 90)))).isEqualTo(Duration.ofDays(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "91", "-1", "1.5", "\"7\"", "1e99", "true"})
    void anEndOutsideOfThreeMonthsIsRefused(String days) {
        String body = "{\"groupId\": \"%s\", \"inviteeId\": \"%s\", \"expiresInDays\": %s}";
        invalid(ann.invites(body.formatted(group.id, ben.id(), days)), "expiresInDays");
    }

    @Test
    void aMessageHasAtMostFiveHundredCharacters() {
        ann.invites(ben, group, Map.of("message", "😀".repeat(500))).statusCode(201);
        invalid(ann.invites(cleo, group, Map.of("message", "x".repeat(501))), "message");
        invalid(ann.invites(cleo, group, Map.of("message", "a\u202Eb")), "message");
    }

    @Test
    void whatIsMissingIsNamed() {
        refused(ann.invites("{}"), 400, "invalid").body("errors.field", contains("groupId", "inviteeId"));
        refused(ann.invites(""), 400, "invalid");
    }

    @Test
    void anInviterCannotSpeakForAnother() {
        refused(ann.invites(ben, group, Map.of("inviterId", cleo.id())), 400, "unknown-field");
    }

    @Test
    void invitingAgainWhileItIsPendingAnswersTheSame() {
        String id = ann.invited(ben, group);
        ann.invites(ben, group, Map.of("message", "Really"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("message", nullValue());
        assertThat(Told.about(id)).containsExactly("InvitationSent");
    }

    @Test
    void anotherIsMadeOnceTheFirstIsOver() {
        String first = ann.invited(ben, group);
        TheDatabase.endNow(first);
        String second = ann.invited(ben, group);
        assertThat(second).isNotEqualTo(first);
        assertThat(Told.about(first)).containsExactly("InvitationSent", "InvitationExpired");
        ben.reads(first).body("status", equalTo("EXPIRED"));
        ben.reads(second).body("status", equalTo("PENDING"));
    }

    @Test
    void whoMayNotInviteIsToldWhy() {
        refused(ben.invites(cleo, group), 403, "may-not-invite");
        refused(ben.invites(ben, group), 403, "may-not-invite");
        refused(ann.invites(ann, group), 409, "already-a-member");
        refused(ann.invites(Someone.called("nobody"), group), 404, "unknown-person");
        group.visibility = "HIDDEN";
        refused(ben.invites(cleo, group), 404, "not-found");
        group.archived = true;
        refused(ann.invites(ben, group), 409, "archived");
    }

    @Test
    void aGroupThatIsNotThereIsNotFound() {
        refused(ann.invites(Map.of("groupId", UUID.randomUUID(), "inviteeId", ben.id())), 404, "not-found");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "ANSWER_LOST", "HANGING", "MISROUTED"})
    void withoutAnAnswerOfGroupsNobodyIsInvited(Fault fault) {
        group.fault = fault;
        unavailable(ann.invites(ben, group));
        group.fault = Fault.NONE;
        ann.invited(ben, group);
    }

    private static Duration life(ValidatableResponse sent) {
        return Duration.between(
                Instant.parse(sent.extract().path("createdAt")),
                Instant.parse(sent.extract().path("expiresAt")));
    }
}
