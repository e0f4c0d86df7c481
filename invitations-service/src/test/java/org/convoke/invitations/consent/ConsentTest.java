package org.convoke.invitations.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.invalid;
import static org.convoke.invitations.Answers.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.convoke.events.InvitationEvent.InvitationCancelled;
import org.convoke.events.InvitationEvent.InvitationResent;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.invitations.Someone;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is shown what, and what the inviter can tell of it. */
@QuarkusTest
class ConsentTest {

    private static final String SETTINGS = "/api/v1/invitation-settings";
    private static final String BLOCKS = "/api/v1/invitation-blocks";

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final Someone cleo = Someone.called("cleo");
    private final AGroup group = ann.founds();

    @Test
    void anyoneInvitesUnlessSheSaysOtherwise() {
        ben.request().get(SETTINGS).then().statusCode(200).body("from", equalTo("ANYONE"));
        ben.acceptsFrom("NOBODY");
        ben.request().get(SETTINGS).then().statusCode(200).body("from", equalTo("NOBODY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"from\": \"FRIENDS\"}", "{}", "", "{\"from\": null}", "{\"from\": 1}"})
    void settingsAreOneOfThree(String body) {
        refused(ben.request().body(body).put(SETTINGS).then(), 400, "invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"from\": \"NOBODY\", \"userId\": \"x\"}", "{\"From\": \"NOBODY\"}"})
    void settingsHaveOneField(String body) {
        refused(ben.request().body(body).put(SETTINGS).then(), 400, "unknown-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOBODY", "SHARED_GROUPS"})
    void whoIsNotWantedCannotTell(String from) {
        ben.acceptsFrom(from);
        ValidatableResponse sent =
                ann.invites(ben, group, Map.of("message", "hi")).statusCode(201);
        String id = sent.extract().path("id");
        assertThat(ben.listed("box=received")).isEmpty();
        refused(ben.reads(id), 404, "not-found");
        refused(ben.accepts(id), 404, "not-found");
        refused(ben.declines(id), 404, "not-found");
        refused(ben.cancels(id), 404, "not-found");
        refused(ben.resends(id), 404, "not-found");

        ben.acceptsFrom("ANYONE");
        ann.invites(ben, group).statusCode(200).body("id", equalTo(id));
        assertThat(ben.listed("box=received")).isEmpty();
        assertThat(ann.reads(id).extract().asString()).isEqualTo(sent.extract().asString());
        ann.resends(id).statusCode(200);
        ann.cancels(id).statusCode(200);
        assertThat(Told.facts(id))
                .extracting(fact -> switch (fact.event()) {
                    case InvitationSent event -> event.withheld();
                    case InvitationResent event -> event.withheld();
                    case InvitationCancelled event -> event.withheld();
                    default -> null;
                })
                .containsExactly(true, true, true);
    }

    @Test
    void whoSharesAGroupIsShown() {
        ben.acceptsFrom("SHARED_GROUPS");
        ann.founds().seat(ben.id(), "MEMBER");
        String id = ann.invited(ben, group);
        assertThat(ben.listed("box=received")).containsExactly(id);
        ben.accepts(id).statusCode(200);
    }

    @Test
    void oneThatIsWithheldHidesNoOther() {
        ben.acceptsFrom("SHARED_GROUPS");
        group.seat(cleo.id(), "MEMBER");
        String withheld = ann.invited(ben, group);
        cleo.founds().seat(ben.id(), "MEMBER");
        String shown = cleo.invited(ben, group);
        assertThat(ben.listed("box=received")).containsExactly(shown);
        ann.invites(ben, group).statusCode(200).body("id", equalTo(withheld));
        cleo.invites(ben, group).statusCode(200).body("id", equalTo(shown));
        // Each, and everybody else, sees one, as if there were no other.
        group.seat(cleo.id(), "MODERATOR");
        Someone dora = Someone.called("dora");
        group.seat(dora.id(), "MODERATOR");
        assertThat(ann.listed("box=group&groupId=" + group.id)).containsExactly(withheld);
        assertThat(cleo.listed("box=group&groupId=" + group.id)).containsExactly(shown);
        assertThat(dora.listed("box=group&groupId=" + group.id)).containsExactly(shown);
        ben.accepts(shown).statusCode(200);
    }

    @Test
    void twoWhoAreNotWantedSeeOfEachOtherWhatTheyWouldSeeOtherwise() {
        ben.acceptsFrom("NOBODY");
        group.seat(cleo.id(), "MEMBER");
        String first = ann.invited(ben, group);
        cleo.invites(ben, group).statusCode(200).body("id", equalTo(first));
        ann.cancels(first).statusCode(200);
        cleo.invites(ben, group).statusCode(201);
        assertThat(ben.listed("box=received")).isEmpty();
    }

    @Test
    void whoIsBlockedMayNotInvite() {
        ben.blocks(ann);
        ben.blocks(ann);
        refused(ann.invites(ben, group), 403, "invites-blocked");
        group.seat(cleo.id(), "MEMBER");
        cleo.invites(ben, group).statusCode(201);
        ben.request().delete(BLOCKS + "/users/{u}", ann.id()).then().statusCode(204);
        ben.request().delete(BLOCKS + "/users/{u}", ann.id()).then().statusCode(204);
        ann.invites(ben, ann.founds()).statusCode(201);
    }

    @Test
    void aBlockedGroupSendsNothing() {
        ben.blocks(group);
        refused(ann.invites(ben, group), 403, "invites-blocked");
        ann.invites(ben, ann.founds()).statusCode(201);
        ben.request().delete(BLOCKS + "/groups/{g}", group.id).then().statusCode(204);
        ann.invites(ben, group).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"GROUP, true", "INVITER, false"})
    void decliningForGoodBlocksAndLeavesTheRest(String scope, boolean ofGroup) {
        group.seat(cleo.id(), "MEMBER");
        String other = ann.invited(ben, ann.founds());
        String id = ann.invited(ben, group);
        ben.posts(id, "decline", "{\"scope\": \"%s\"}".formatted(scope)).statusCode(200);
        AGroup another = ann.founds();
        if (ofGroup) {
            refused(cleo.invites(ben, group), 403, "invites-blocked");
            ann.invites(ben, another).statusCode(201);
        } else {
            refused(ann.invites(ben, another), 403, "invites-blocked");
            refused(cleo.invites(ben, group), 429, "cooldown");
        }
        ben.reads(other).body("status", equalTo("PENDING"));
    }

    @Test
    void blocksAreListedPageByPage() {
        ben.blocks(ann);
        ben.blocks(cleo);
        ben.blocks(group);
        ValidatableResponse first =
                ben.request().get(BLOCKS + "?limit=1").then().statusCode(200);
        first.body("items.kind", contains("GROUP")).body("items[0].groupId", equalTo(group.id.toString()));
        ben.request()
                .get(BLOCKS + "?cursor=" + first.extract().path("next"))
                .then()
                .body("items.userId", contains(ann.id(), cleo.id()))
                .body("next", equalTo(null));
        cleo.request().get(BLOCKS).then().body("items", hasSize(0));
    }

    @Test
    void whatCannotBeBlockedIsRefused() {
        invalid(ben.request().put(BLOCKS + "/users/{u}", ben.id()).then(), "userId");
        invalid(ben.request().put(BLOCKS + "/groups/{g}", "x").then(), "groupId");
        for (String bad : List.of("x".repeat(256), "a\u0000b", "a\u202Eb")) {
            refused(ben.request().put(BLOCKS + "/users/{u}", bad).then(), 400, "invalid");
        }
        refused(ben.request().get(BLOCKS + "?cursor=AAAA").then(), 400, "invalid");
    }
}
