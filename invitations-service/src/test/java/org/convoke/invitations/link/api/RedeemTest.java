package org.convoke.invitations.link.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.Answers.unavailable;
import static org.convoke.invitations.link.ByLink.PATH;
import static org.convoke.invitations.link.ByLink.aLink;
import static org.convoke.invitations.link.ByLink.previews;
import static org.convoke.invitations.link.ByLink.redeems;
import static org.convoke.invitations.link.ByLink.revokes;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.convoke.invitations.Someone;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.convoke.invitations.group.GroupsDouble;
import org.convoke.invitations.link.ByLink.ALink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What whoever has the code does with a link. */
@QuarkusTest
class RedeemTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final Someone cleo = Someone.called("cleo");
    private final AGroup group = ann.founds();

    @Test
    void aLinkAdmitsItsBearerAndWhoIsInUsesNothingUp() {
        ALink link = aLink(ann, group, Map.of("maxUses", 2));
        redeems(ben, link)
                .statusCode(201)
                .body("groupId", equalTo(group.id.toString()))
                .body("userId", equalTo(ben.id()))
                .body("role", equalTo("MEMBER"))
                .body("invitedBy", equalTo(ann.id()))
                .body("joinedAt", notNullValue());
        redeems(ben, link).statusCode(200).body("userId", equalTo(ben.id()));
        redeems(ann, link).statusCode(200).body("role", equalTo("OWNER"));
        assertThat(link.uses()).isEqualTo(1);
        redeems(cleo, link).statusCode(201);
        refused(redeems(Someone.called("dan"), link), 410, "exhausted");
        refused(previews(Someone.called("dan"), link.code()), 410, "exhausted");
        redeems(cleo, link).statusCode(200);
        assertThat(link.uses()).isEqualTo(2);
    }

    @Test
    void whoHasLeftNeedsAnotherUse() {
        ALink link = aLink(ann, group, Map.of("maxUses", 2));
        redeems(ben, link).statusCode(201);
        group.members.remove(ben.id());
        redeems(ben, link).statusCode(201);
        group.members.remove(ben.id());
        refused(redeems(ben, link), 410, "exhausted");
    }

    @Test
    void aPreviewShowsAlsoAHiddenGroup() {
        group.visibility = "HIDDEN";
        ALink link = aLink(ann, group);
        previews(ben, link.code())
                .statusCode(200)
                .body("group.id", equalTo(group.id.toString()))
                .body("group.name", equalTo("Chess"))
                .body("group.visibility", equalTo("HIDDEN"))
                .body("group.memberCount", equalTo(1))
                .body("createdBy.id", equalTo(ann.id()))
                .body("createdBy.name", notNullValue())
                .body("expiresAt", notNullValue())
                .body("member", equalTo(false));
        previews(ann, link.code()).body("member", equalTo(true));
        assertThat(link.uses()).isZero();
    }

    @Test
    void anExpiredLinkAdmitsNobody() {
        ALink link = aLink(ann, group);
        redeems(cleo, link).statusCode(201);
        link.endNow();
        refused(previews(ben, link.code()), 410, "expired");
        refused(redeems(ben, link), 410, "expired");
        redeems(cleo, link).statusCode(200);
    }

    @Test
    void aRevokedLinkAdmitsNobody() {
        ALink link = aLink(ann, group);
        revokes(ann, link.id()).statusCode(204);
        refused(previews(ben, link.code()), 410, "revoked");
        refused(redeems(ben, link), 410, "revoked");
    }

    @Test
    void aLinkIntoAGroupThatTakesNobodyIsNoneAnyMore() {
        ALink link = aLink(ann, group);
        group.archived = true;
        refused(previews(ben, link.code()), 410, "revoked");
        refused(redeems(ben, link), 410, "revoked");
        group.archived = false;
        previews(ben, link.code()).statusCode(200);
        GroupsDouble.running().delete(group);
        refused(previews(ben, link.code()), 410, "revoked");
        refused(redeems(ben, link), 410, "revoked");
        assertThat(link.uses()).isZero();
    }

    @Test
    void aLinkDoesNotAdmitABannedPerson() {
        ALink link = aLink(ann, group);
        group.banned.add(ben.id());
        refused(previews(ben, link.code()), 403, "banned");
        refused(redeems(ben, link), 403, "banned");
        assertThat(group.seatCalls).hasValue(0);
        assertThat(link.uses()).isZero();
    }

    @Test
    void aFullGroupGivesTheUseBack() {
        ALink link = aLink(ann, group, Map.of("maxUses", 1));
        group.capacity = 1;
        refused(redeems(ben, link), 409, "group-full");
        assertThat(link.uses()).isZero();
        group.capacity = 2;
        redeems(cleo, link).statusCode(201);
    }

    @Test
    void whoIsInAllTheGroupsSheMayBeInGivesTheUseBack() {
        ALink link = aLink(ann, group, Map.of("maxUses", 1));
        group.everywhere.add(ben.id());
        refused(redeems(ben, link), 429, "group-quota").header("Retry-After", notNullValue());
        assertThat(link.uses()).isZero();
    }

    @Test
    void whoIsNotKnownYetComesBackSoon() {
        ALink link = aLink(ann, group, Map.of("maxUses", 1));
        unavailable(redeems(Someone.called("nobody"), link));
        assertThat(link.uses()).isZero();
    }

    @Test
    void aGroupThatWantsToBeAskedIsAskedAndThatIsOneUse() {
        group.joinPolicy = "REQUEST";
        ALink link = aLink(ann, group, Map.of("maxUses", 1));
        String request = redeems(ben, link)
                .statusCode(202)
                .body("joinRequest.groupId", equalTo(group.id.toString()))
                .body("joinRequest.userId", equalTo(ben.id()))
                .body("joinRequest.status", equalTo("PENDING"))
                .extract()
                .path("joinRequest.id");
        redeems(ben, link).statusCode(202).body("joinRequest.id", equalTo(request));
        assertThat(group.members).doesNotContainKey(ben.id());
        assertThat(link.uses()).isEqualTo(1);
        refused(redeems(cleo, link), 410, "exhausted");
        group.joinPolicy = "INVITE_ONLY";
        redeems(ben, link).statusCode(201);
        assertThat(link.uses()).isEqualTo(1);
    }

    @Test
    void whoAskedAndIsRefusedKeepsHerUse() {
        group.joinPolicy = "REQUEST";
        ALink link = aLink(ann, group, Map.of("maxUses", 1));
        redeems(ben, link).statusCode(202);
        group.joinPolicy = "OPEN";
        group.capacity = 1;
        refused(redeems(ben, link), 409, "group-full");
        assertThat(link.uses()).isEqualTo(1);
        group.capacity = 2;
        redeems(ben, link).statusCode(201);
    }

    @Test
    void theSameKeyRedeemsOnce() {
        ALink link = aLink(ann, group);
        String key = UUID.randomUUID().toString();
        String first = keyed(key, link, 201);
        assertThat(keyed(key, link, 201)).isEqualTo(first);
        assertThat(link.uses()).isEqualTo(1);
    }

    @Test
    void anEmptyObjectOrNothingIsTheSameBody() {
        ALink link = aLink(ann, group);
        ben.request()
                .body("{}")
                .post(PATH + "/{code}/redeem", link.code())
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(cleo.token())
                .noContentType()
                .post(PATH + "/{code}/redeem", link.code())
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "ANSWER_LOST", "HANGING", "MISROUTED"})
    void withoutAnAnswerOfGroupsNoUseIsReserved(Fault fault) {
        ALink link = aLink(ann, group);
        group.fault = fault;
        unavailable(previews(ben, link.code()));
        unavailable(redeems(ben, link));
        assertThat(link.uses()).isZero();
    }

    private String keyed(String key, ALink link, int status) {
        return ben.request()
                .header("Idempotency-Key", key)
                .post(PATH + "/{code}/redeem", link.code())
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }
}
