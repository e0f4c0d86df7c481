package org.convoke.invitations.batch.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.batch.Batcher;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;

/** What would become of a batch, without anything becoming of it. */
@QuarkusTest
class DryRunTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final Someone cleo = Someone.called("cleo");
    private final Batcher batcher = new Batcher(ann);
    private final AGroup group = ann.founds();
    private final String nobody = "nobody-" + UUID.randomUUID();

    @Test
    void aDryRunSaysWhatWouldBecomeOfEach() {
        ann.invited(cleo, group);
        batcher.predicts(group, List.of(ben.id(), cleo.id(), ann.id(), nobody, ben.id()))
                .statusCode(200)
                .body("total", equalTo(4))
                .body("created", equalTo(1))
                .body("existing", equalTo(1))
                .body("alreadyMember", equalTo(1))
                .body("unknown", equalTo(1))
                .body("failed", equalTo(0))
                .body("items.inviteeId", contains(ben.id(), cleo.id(), ann.id(), nobody))
                .body("items.outcome", contains("CREATED", "EXISTING", "ALREADY_MEMBER", "UNKNOWN"));
    }

    @Test
    void aDryRunChangesNothing() {
        batcher.predicts(group, Batcher.strangers(1_000)).statusCode(200).body("created", equalTo(1_000));
        assertThat(batcher.lists("").extract().<List<?>>path("items")).isEmpty();
        assertThat(TheDatabase.exists("select from invitation where inviter_id = '" + ann.id() + "'"))
                .isFalse();
        assertThat(TheDatabase.exists("select from batch where inviter_id = '" + ann.id() + "'"))
                .isFalse();
        // Were the quota spent, the third would be refused.
        batcher.predicts(group, Batcher.strangers(1_000)).statusCode(200);
        batcher.predicts(group, Batcher.strangers(1_000)).statusCode(200);
    }

    @Test
    void aDryRunIsRefusedWhereTheBatchWouldBe() {
        refused(new Batcher(ben).predicts(group, List.of(cleo.id())), 403, "may-not-invite");
        refused(batcher.predicts(group, Batcher.strangers(1_001)), 422, "too-many-recipients");
        group.visibility = "HIDDEN";
        refused(new Batcher(ben).predicts(group, List.of(cleo.id())), 404, "not-found");
    }

    @Test
    void aCsvIsTriedToo() {
        batcher.filesCsv("dryRun=true&groupId=" + group.id, ben.id())
                .statusCode(200)
                .body("items.outcome", contains("CREATED"));
        assertThat(ben.listed("box=received")).isEmpty();
    }
}
