package org.convoke.invitations.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.batch.Batcher.strangers;
import static org.convoke.invitations.batch.Batcher.wanted;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.convoke.events.Fact;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.events.Uuids;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.GroupsDouble;
import org.convoke.invitations.group.InvitationCheck;
import org.junit.jupiter.api.Test;

/** What happens to a batch whose world changes while it is worked. */
@QuarkusTest
class MidBatchTest {

    private static final int CHUNK = 20;
    private static final int ALL = 50;

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
    Groups groups;

    @Inject
    ForgetInviter forgetInviter;

    @Test
    void whoLosesTheRightInvitesNobodyOfTheRest() {
        JsonPath done = afterTheFirstChunk(it -> it.mute.add(ann.id()));
        assertThat(done.getInt("notAllowed")).isEqualTo(ALL - CHUNK);
    }

    @Test
    void aGroupThatIsDeletedEndsTheBatch() {
        JsonPath done = afterTheFirstChunk(GroupsDouble.running()::delete);
        assertThat(done.getInt("groupGone")).isEqualTo(ALL - CHUNK);
    }

    @Test
    void aGroupThatIsArchivedEndsTheBatch() {
        JsonPath done = afterTheFirstChunk(it -> it.archived = true);
        assertThat(done.getInt("groupGone")).isEqualTo(ALL - CHUNK);
    }

    @Test
    void aBatchWaitsForGroups() {
        group.fault = Fault.UNAVAILABLE;
        String batch = file(strangers(ALL));
        Awaitility.await()
                .until(() ->
                        TheDatabase.exists("select from batch where id = '%s' and unanswered >= 3".formatted(batch)));
        JsonPath waiting = batcher.reads(batch).extract().jsonPath();
        assertThat(waiting.getString("state")).isEqualTo("RUNNING");
        assertThat(waiting.getInt("processed")).isZero();
        group.fault = Fault.NONE;
        assertThat(batcher.finished(batch).<Integer>path("created")).isEqualTo(ALL);
    }

    @Test
    void oneWhoCannotBeInvitedFailsAloneAndTheOthersAreInvited() {
        List<String> guests = new ArrayList<>(strangers(ALL));
        String poison = longerThanAnIndexTakes();
        guests.add(25, poison);
        String batch = file(guests);
        JsonPath done = batcher.finished(batch).jsonPath();
        assertThat(done.getInt("created")).isEqualTo(ALL);
        assertThat(done.getInt("failed")).isEqualTo(1);
        assertThat(batcher.outcomes(batch)).containsEntry(poison, "FAILED");
    }

    @Test
    void anErasedInvitersBatchesStopAndHerWordsAreGone() {
        String finished = file(strangers(1));
        batcher.finished(finished);
        group.fault = Fault.UNAVAILABLE;
        String open = file(strangers(ALL));
        hear(new PersonErased(ann.id()));
        JsonPath stopped = batcher.reads(open).extract().jsonPath();
        assertThat(stopped.getString("state")).isEqualTo("CANCELLED");
        assertThat(stopped.getInt("cancelled")).isEqualTo(ALL);
        assertThat(stopped.getString("message")).isNull();
        assertThat(batcher.reads(finished).extract().<String>path("message")).isNull();
        assertThat(batcher.reads(finished).extract().<String>path("state")).isEqualTo("COMPLETED");
    }

    @Test
    void anErasedInviteeIsNamedByNoOutcome() {
        List<String> guests = strangers(2);
        String batch = file(guests);
        batcher.finished(batch);
        hear(new PersonErased(guests.get(0)));
        assertThat(batcher.items(batch, "").extract().<List<String>>path("items.inviteeId"))
                .containsExactly("erased", guests.get(1));
    }

    private void hear(PersonErased event) {
        forgetInviter.hear(new Fact<>(Uuids.next(), "/groups-service", event.userId(), 1, Instant.now(), null, event));
    }

    private JsonPath afterTheFirstChunk(Consumer<AGroup> change) {
        Chunk first = QuarkusTransaction.requiringNew().call(() -> {
            var filed = fileBatch.file(ann.id(), wanted(group, strangers(ALL)));
            return turns.take(batches.lockOf(ann.id(), filed.batch().id()), batches.databaseTime());
        });
        InvitationCheck check = groups.check(group.id, ann.id(), first.inviteeIds());
        change.accept(group);
        turns.invite(first, check);
        JsonPath done = batcher.finished(first.batchId().toString()).jsonPath();
        assertThat(done.getString("state")).isEqualTo("COMPLETED");
        assertThat(done.getInt("created")).isEqualTo(CHUNK);
        assertThat(done.getInt("processed")).isEqualTo(ALL);
        return done;
    }

    /** Past the door, which would refuse some of it. */
    private String file(List<String> guests) {
        return fileBatch.file(ann.id(), wanted(group, guests)).batch().id().toString();
    }

    private static String longerThanAnIndexTakes() {
        return new Random(7)
                .ints(20_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
