package org.convoke.invitations.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class IdempotencyTest {

    private static final String PATH = "/api/v1/invitations";

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final AGroup group = ann.founds();
    private final String key = UUID.randomUUID().toString();

    @Test
    void theSameKeySendsOneInvitation() {
        ValidatableResponse first = invites(Map.of()).statusCode(201).header("Idempotency-Replayed", nullValue());
        ValidatableResponse again = invites(Map.of()).statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(again.extract().header("Location")).isEqualTo(first.extract().header("Location"));
        refused(invites(Map.of("message", "other")), 422, "idempotency-key-reused");
    }

    @Test
    void theAnswerStaysTheSameWhateverBecameOfTheInvitation() {
        String id = invites(Map.of()).extract().path("id");
        ben.declines(id).statusCode(200);
        invites(Map.of()).statusCode(201).body("id", equalTo(id)).body("status", equalTo("PENDING"));
        assertThat(ben.listed("box=received")).containsExactly(id);
    }

    @Test
    void aRefusalIsNotKept() {
        group.archived = true;
        refused(invites(Map.of()), 409, "archived");
        group.archived = false;
        invites(Map.of()).statusCode(201);
    }

    @Test
    void theSameKeyAtOnceHasOneEffect() {
        List<ValidatableResponse> answers = AtOnce.times(10, () -> invites(Map.of()));
        List<String> ids = answers.stream()
                .filter(each -> each.extract().statusCode() == 201)
                .map(each -> each.extract().<String>path("id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(answers)
                .filteredOn(each -> each.extract().statusCode() != 201)
                .allSatisfy(each -> refused(each, 409, "idempotency-key-in-use"));
        assertThat(Told.about(ids.getFirst())).containsExactly("InvitationSent");
    }

    @ParameterizedTest
    @CsvSource({"accept, ben", "decline, ben", "cancel, ann"})
    void theSameKeyDecidesOnce(String verb, String who) {
        String id = ann.invited(ben, group);
        Someone actor = who.equals("ann") ? ann : ben;
        ValidatableResponse first = decides(actor, id, verb).statusCode(200);
        ValidatableResponse again =
                decides(actor, id, verb).statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(Told.about(id)).hasSize(2);
    }

    @Test
    void aKeyBelongsToOneRequest() {
        String first = ann.invited(ben, group);
        String second = ann.invited(ben, ann.founds());
        decides(ben, first, "accept").statusCode(200);
        refused(decides(ben, second, "accept"), 422, "idempotency-key-reused");
        refused(decides(ben, first, "decline"), 422, "idempotency-key-reused");
        decides(ann, second, "cancel").statusCode(200);
    }

    private ValidatableResponse invites(Map<String, ?> more) {
        return ann.invites(ben, group, more, key);
    }

    private ValidatableResponse decides(Someone someone, String id, String verb) {
        return someone.request()
                .header("Idempotency-Key", key)
                .post(PATH + "/{id}/{verb}", id, verb)
                .then();
    }

    private static String body(ValidatableResponse answer) {
        return answer.extract().asString();
    }
}
