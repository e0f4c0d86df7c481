package org.convoke.invitations.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.batch.Batcher.strangers;
import static org.convoke.invitations.batch.Batcher.wanted;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.InvitationCheck;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** However many workers there are and however they end, each recipient is invited once. */
@QuarkusTest
class WorkersTest {

    private final Someone ann = Someone.called("ann");
    private final Batcher batcher = new Batcher(ann);
    private final AGroup group = ann.founds();

    @Inject
    FileBatch fileBatch;

    @Inject
    Batches batches;

    @Inject
    Turns turns;

    @Inject
    WorkBatch workBatch;

    @Inject
    Groups groups;

    @RepeatedTest(20)
    void manyWorkersInviteEachRecipientOnce() {
        String batch = fileBatch
                .file(ann.id(), wanted(group, strangers(60)))
                .batch()
                .id()
                .toString();
        AtOnce.times(6, () -> {
            while (workBatch.next()) {
                Thread.yield();
            }
            return null;
        });
        becomesWhole(batch, 60);
    }

    @Test
    void whatAKilledWorkerLeftBehindIsTakenOver() {
        Chunk left = filedAndTaken(45);
        InvitationCheck check = groups.check(group.id, ann.id(), left.inviteeIds());
        rolledBack(() -> turns.invite(left, check));
        String batch = left.batchId().toString();
        assertThat(batcher.reads(batch).extract().<Integer>path("processed")).isZero();
        becomesWhole(batch, 45);
    }

    @Test
    void aWorkerWhoseLeaseHasLapsedIsLateForAll() {
        Chunk stalled = filedAndTaken(45);
        InvitationCheck check = groups.check(group.id, ann.id(), stalled.inviteeIds());
        String batch = stalled.batchId().toString();
        batcher.finished(batch);
        String report = batcher.reads(batch).extract().asString();
        turns.invite(stalled, check);
        turns.stop(stalled, Outcome.GROUP_GONE);
        turns.fail(stalled);
        turns.postpone(stalled);
        assertThat(batcher.reads(batch).extract().asString()).isEqualTo(report);
        becomesWhole(batch, 45);
    }

    @Test
    void nobodyElseWorksOnABatchThatIsTaken() {
        Chunk mine = filedAndTaken(30);
        assertThat(workBatch.next()).isFalse();
        assertThat(batcher.reads(mine.batchId().toString()).extract().<String>path("state"))
                .isEqualTo("RUNNING");
        workBatch.work(mine);
        becomesWhole(mine.batchId().toString(), 30);
    }

    @Test
    void invitersTakeTurnsAndThenTheirBatches() {
        Someone bob = Someone.called("bob");
        AGroup other = bob.founds();
        rolledBack(() -> {
            var big = fileBatch.file(ann.id(), wanted(group, strangers(100))).batch();
            var second = fileBatch.file(ann.id(), wanted(group, strangers(100))).batch();
            var third = fileBatch.file(bob.id(), wanted(other, strangers(1))).batch();
            List<UUID> order = List.of(
                    turns.take().orElseThrow().batchId(),
                    turns.take().orElseThrow().batchId(),
                    turns.take().orElseThrow().batchId());
            assertThat(order).containsExactly(big.id(), third.id(), second.id());
        });
    }

    /** As if killed before its commit. */
    private static void rolledBack(Runnable work) {
        QuarkusTransaction.begin();
        try {
            work.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** A batch whose first chunk is in the hands of a worker before any other sees it. */
    private Chunk filedAndTaken(int recipients) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var filed = fileBatch.file(ann.id(), wanted(group, strangers(recipients)));
            Batch batch = batches.lockOf(ann.id(), filed.batch().id());
            return turns.take(batch, batches.databaseTime());
        });
    }

    private void becomesWhole(String batch, int recipients) {
        assertThat(batcher.finished(batch).<Integer>path("created")).isEqualTo(recipients);
        assertThat(ann.lists("box=sent&limit=100").extract().<List<?>>path("items"))
                .hasSize(recipients);
        assertThat(Told.about(batch)).endsWith("BatchCompleted").containsOnlyOnce("BatchCompleted");
    }
}
