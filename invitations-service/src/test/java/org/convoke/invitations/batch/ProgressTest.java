package org.convoke.invitations.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.batch.Batcher.strangers;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convoke.events.BatchEvent;
import org.convoke.events.BatchEvent.BatchCompleted;
import org.convoke.events.BatchEvent.BatchProgressed;
import org.convoke.events.BatchSnapshot;
import org.convoke.events.Fact;
import org.convoke.events.Topic;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** What an inviter is told while her batch is worked. */
@QuarkusTest
class ProgressTest {

    private static final Logger LOG = Logger.getLogger(ProgressTest.class);
    private static final Duration APART = Duration.ofMillis(250);

    private final Someone ann = Someone.called("ann");
    private final Batcher batcher = new Batcher(ann);
    private final AGroup group = ann.founds();

    @Test
    void aThousandAreInvitedAndProgressIsToldAtMostFourTimesASecond() {
        long began = System.nanoTime();
        String batch = batcher.filed(group, strangers(1_000));
        BatchSnapshot last = last(batch);
        LOG.infof(
                "1000 recipients took %d ms",
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        assertThat(last.created()).isEqualTo(1_000);
        assertThat(Told.about(batch)).hasSizeGreaterThan(2).endsWith("BatchCompleted");
        List<Fact<?>> told = Told.facts(Topic.INVITATIONS, batch);
        List<Instant> progress = told.stream()
                .filter(fact -> fact.event() instanceof BatchProgressed)
                .map(Fact::time)
                .toList();
        for (int i = 1; i < progress.size(); i++) {
            assertThat(Duration.between(progress.get(i - 1), progress.get(i))).isGreaterThanOrEqualTo(APART);
        }
        assertThat(told)
                .extracting(fact -> ((BatchEvent) fact.event()).batch().processed())
                .isSorted();
        assertThat(told.getLast().event()).isEqualTo(new BatchCompleted(last));
    }

    @Test
    void theCountsAreThoseOfTheItems() {
        List<String> guests = new ArrayList<>(strangers(30));
        guests.add("nobody-" + UUID.randomUUID());
        guests.add(ann.id());
        String batch = batcher.filed(group, guests);
        BatchSnapshot last = last(batch);
        assertThat(last.processed()).isEqualTo(32);
        assertThat(count(batch, "CREATED", last.created())).isTrue();
        assertThat(count(batch, "UNKNOWN", last.unknown())).isTrue();
        assertThat(count(batch, "ALREADY_MEMBER", last.alreadyMember())).isTrue();
    }

    private BatchSnapshot last(String batch) {
        batcher.finished(batch);
        return ((BatchEvent) Told.facts(Topic.INVITATIONS, batch).getLast().event()).batch();
    }

    private static boolean count(String batch, String outcome, int count) {
        return TheDatabase.exists("select from batch_item where batch_id = '%s' and outcome = '%s' having count(*) = %d"
                .formatted(batch, outcome, count));
    }
}
