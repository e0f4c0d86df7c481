package org.convoke.invitations.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.batch.Batcher.strangers;
import static org.convoke.invitations.batch.Batcher.wanted;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A batch ends once: completed or cancelled. */
@QuarkusTest
class CancelTest {

    private final Someone ann = Someone.called("ann");
    private final Batcher batcher = new Batcher(ann);
    private final AGroup group = ann.founds();

    @Inject
    FileBatch fileBatch;

    @Inject
    WorkBatch workBatch;

    @Test
    void whoHasNoOutcomeYetIsNotInvited() {
        group.fault = Fault.UNAVAILABLE;
        String batch = file(30);
        batcher.cancels(batch)
                .statusCode(202)
                .body("state", equalTo("CANCELLED"))
                .body("cancelled", equalTo(30))
                .body("processed", equalTo(30));
        String report = batcher.reads(batch).extract().asString();
        group.fault = Fault.NONE;
        assertThat(batcher.cancels(batch).statusCode(202).extract().asString()).isEqualTo(report);
        assertThat(Told.about(batch)).containsExactly("BatchCancelled");
        assertThat(ann.listed("box=sent")).isEmpty();
    }

    @Test
    void aCompletedBatchIsNotCancelled() {
        String batch = file(1);
        batcher.finished(batch);
        refused(batcher.cancels(batch), 409, "finished");
    }

    @Test
    void aBatchCostsItsRecipientsUntilItIsCancelled() {
        AGroup other = ann.founds();
        group.fault = Fault.UNAVAILABLE;
        String first = file(1_000);
        String second = file(998);
        refused(batcher.files(other, strangers(3)), 429, "inviter-quota").header("Retry-After", notNullValue());
        refused(batcher.predicts(other, strangers(3)), 429, "inviter-quota");
        batcher.filed(other, strangers(2));
        batcher.cancels(second).statusCode(202);
        batcher.filed(other, strangers(3));
        batcher.cancels(first).statusCode(202);
    }

    @RepeatedTest(20)
    void aBatchThatIsWorkedAndCancelledAtOnceHasOneEnd() {
        String batch = file(80);
        List<Integer> answers = AtOnce.run(
                () -> batcher.cancels(batch).extract().statusCode(),
                () -> workBatch.next() ? 202 : 202,
                () -> workBatch.next() ? 202 : 202);
        JsonPath done = batcher.finished(batch).jsonPath();
        boolean isCancelled = answers.getFirst() == 202;
        assertThat(done.getString("state")).isEqualTo(isCancelled ? "CANCELLED" : "COMPLETED");
        assertThat(done.getInt("created") + done.getInt("cancelled")).isEqualTo(80);
        assertThat(ann.lists("box=sent&limit=100").extract().<List<?>>path("items"))
                .hasSize(done.getInt("created"));
        assertThat(Told.about(batch))
                .endsWith(isCancelled ? "BatchCancelled" : "BatchCompleted")
                .filteredOn(each -> !each.equals("BatchProgressed"))
                .hasSize(1);
    }

    private String file(int recipients) {
        return fileBatch
                .file(ann.id(), wanted(group, strangers(recipients)))
                .batch()
                .id()
                .toString();
    }
}
