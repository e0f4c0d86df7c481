package org.convoke.invitations.batch.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.invalid;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.Answers.unavailable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.batch.Batcher;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a batch is said at once, and no batch is there then. */
@QuarkusTest
class FileBatchTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final Batcher batcher = new Batcher(ann);
    private final AGroup group = ann.founds();
    private final List<String> guests = Batcher.strangers(3);

    @Test
    void whoMayNotInviteIsToldAtOnce() {
        refused(new Batcher(ben).files(group, guests), 403, "may-not-invite");
        group.visibility = "HIDDEN";
        refused(new Batcher(ben).files(group, guests), 404, "not-found");
        refused(batcher.files(Map.of("groupId", UUID.randomUUID(), "inviteeIds", guests)), 404, "not-found");
        group.archived = true;
        refused(batcher.files(group, guests), 409, "archived");
        refused(batcher.predicts(group, guests), 409, "archived");
        group.fault = Fault.UNAVAILABLE;
        unavailable(batcher.files(group, guests));
        assertThat(batches()).isEmpty();
    }

    @Test
    void aBatchHasOneToAThousandRecipients() {
        invalid(batcher.files(group, List.of()), "inviteeIds");
        refused(batcher.files(group, Batcher.strangers(1_001)), 422, "too-many-recipients");
        assertThat(batches()).isEmpty();
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        refused(batcher.filesCsv("groupId=" + group.id, "x".repeat(65_537)), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"inviteeIds\": null",
                "\"inviteeIds\": [null]",
                "\"inviteeIds\": [7]",
                "\"inviteeIds\": \"x\"",
                "\"inviteeIds\": [\"\"]",
                "\"inviteeIds\": [\"a\\u0000\"]",
                "\"inviteeIds\": [\"x\"], \"message\": \"a\\u202Eb\"",
                "\"inviteeIds\": [\"x\"], \"expiresInDays\": 0",
                "\"inviteeIds\": [\"x\"], \"expiresInDays\": 91"
            })
    void aWrongValueIsRefused(String members) {
        refused(batcher.files("{\"groupId\": \"%s\", %s}".formatted(group.id, members)), 400, "invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inviterId", "state", "total", "created", "dryRun"})
    void anUnknownFieldIsRefused(String field) {
        String body = "{\"groupId\": \"%s\", \"inviteeIds\": [\"x\"], \"%s\": 1}";
        refused(batcher.files(body.formatted(group.id, field)), 400, "unknown-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "yes", "TRUE", "", "true&dryRun=false"})
    void whatIsNoDryRunIsNoBatchEither(String dryRun) {
        invalid(batcher.filesCsv("groupId=" + group.id + "&dryRun=" + dryRun, "x"), "dryRun");
        assertThat(batches()).isEmpty();
    }

    @Test
    void oneKeyIsOneBatch() {
        String key = UUID.randomUUID().toString();
        List<ValidatableResponse> answers = AtOnce.times(10, () -> batcher.files(group, guests, key));
        assertThat(answers)
                .extracting(each -> each.extract().statusCode())
                .contains(202)
                .containsOnly(202, 409);
        assertThat(batches()).hasSize(1);
        String first = batcher.files(group, guests, key)
                .statusCode(202)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", notNullValue())
                .extract()
                .path("id");
        assertThat(batches()).containsExactly(first);
        refused(batcher.files(group, Batcher.strangers(1), key), 422, "idempotency-key-reused");
        group.archived = true;
        batcher.files(group, guests, key).statusCode(202).body("id", equalTo(first));
    }

    private List<String> batches() {
        return batcher.lists("").statusCode(200).extract().path("items.id");
    }
}
