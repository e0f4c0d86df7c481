package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.convoke.e2e.Cast;
import org.convoke.e2e.Database;
import org.convoke.e2e.Instance;
import org.convoke.e2e.Person;
import org.convoke.e2e.Running;
import org.convoke.e2e.Settled;
import org.convoke.e2e.Twins;
import org.convoke.e2e.Visit;
import org.convoke.e2e.history.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One of two instances dies in the middle of its work; the other ends it, once. */
@ExtendWith({Running.class, Twins.class})
@Order(30)
class CrashRacesTest {

    private static final int RECIPIENTS = 1000;
    private static final int BATCHES = 3;

    private final Visit ann = Cast.regulars().getFirst().at(Instance.FIRST);
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @AfterAll
    static void whatWasToldIsAHistory() {
        History.mustHold();
    }

    @Test
    void acceptsWhoseInstanceDiesAreEndedByTheOther() {
        List<Person> crowd = Cast.regulars().subList(1, 13);
        String group = ann.found(Map.of()).expect(201).id();
        Map<Person, String> invitations = new HashMap<>();
        crowd.forEach(each ->
                invitations.put(each, ann.invite(group, each).expect(201).id()));
        Twins.pauseGroups();
        try {
            List<CompletableFuture<Void>> lost = invitations.entrySet().stream()
                    .map(each -> CompletableFuture.runAsync(
                            () -> each.getKey().at(Instance.SECOND).accept(each.getValue()),
                            Thread::startVirtualThread))
                    .toList();
            Settled.soon(() -> assertThat(invitations.values()).allMatch(database::claimed));
            Twins.killInvitations();
            assertThat(lost).allSatisfy(each -> assertThat(each).failsWithin(Duration.ofSeconds(5)));
        } finally {
            Twins.resumeGroups();
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> invitations.values().stream().noneMatch(database::claimed));
        Twins.reviveInvitations();
        invitations.forEach((person, invitation) ->
                person.at(Instance.SECOND).accept(invitation).expect(200));
        assertThat(database.members(group)).hasSize(1 + crowd.size());
        assertThat(database.memberCount(group)).isEqualTo(1 + crowd.size());
    }

    @Test
    void batchesWhoseWorkersDieAreEndedByTheOtherAndNothingIsSentTwice() {
        List<String> strangers = Cast.strangers(RECIPIENTS);
        List<String> groups = IntStream.range(0, BATCHES)
                .mapToObj(each -> ann.found(Map.of()).expect(201).id())
                .toList();
        Visit inviter = ann.person().at(Instance.SECOND);
        Map<String, String> batches = new HashMap<>();
        groups.forEach(group ->
                batches.put(group, inviter.batch(group, strangers).expect(202).id()));
        Settled.soon(() -> assertThat(batches.values()).allMatch(each -> processed(each) > 0));
        List<Integer> before = batches.values().stream().map(this::processed).toList();
        Twins.killInvitations();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> batches.values().stream()
                        .allMatch(each -> ann.batch(each).path("state").asText().equals("COMPLETED")));
        System.out.printf("batch workers killed after %s of %d%n", before, RECIPIENTS);
        Twins.reviveInvitations();
        batches.forEach((group, batch) -> {
            JsonNode done = ann.batch(batch);
            assertThat(done.path("created").asInt()).isEqualTo(RECIPIENTS);
            assertThat(done.path("processed").asInt()).isEqualTo(RECIPIENTS);
            assertThat(database.number("select count(*) from invitations.invitation where group_id = ?::uuid", group))
                    .isEqualTo(RECIPIENTS);
        });
    }

    private int processed(String batch) {
        return ann.batch(batch).path("processed").asInt();
    }
}
