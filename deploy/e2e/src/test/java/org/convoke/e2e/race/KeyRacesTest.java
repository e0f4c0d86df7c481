package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.e2e.Answer;
import org.convoke.e2e.Running;
import org.convoke.e2e.Twins;
import org.convoke.e2e.Visit;
import org.convoke.e2e.history.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same Idempotency-Key on two instances at once: one effect, one answer. */
@ExtendWith({Running.class, Twins.class})
@Order(10)
class KeyRacesTest {

    @AfterAll
    static void whatWasToldIsAHistory() {
        History.mustHold();
    }

    @Test
    void oneGroupIsFounded() {
        Rounds.of("same key ∥ found", round -> {
            String name = "Key " + UUID.randomUUID();
            once(round, (visit, key) -> visit.found(Map.of("name", name), "Idempotency-Key", key));
            assertThat(round.database().number("select count(*) from groups.groups where name = ?", name))
                    .isEqualTo(1);
        });
    }

    @Test
    void oneInvitationIsSent() {
        Rounds.of("same key ∥ invite", round -> {
            String group = round.group();
            once(round, (visit, key) -> visit.invite(group, round.ben(), "Idempotency-Key", key));
            assertThat(round.database().invitations(group, round.ben())).isEqualTo(1);
        });
    }

    @Test
    void oneBatchIsTaken() {
        Rounds.of("same key ∥ batch", round -> {
            String group = round.group();
            once(round, (visit, key) -> visit.batch(group, List.of(round.ben().id()), "Idempotency-Key", key));
        });
    }

    @Test
    void oneLinkIsMade() {
        Rounds.of("same key ∥ link", round -> {
            String group = round.group();
            once(round, (visit, key) -> visit.link(group, 3, "Idempotency-Key", key));
            assertThat(round.here(round.ann()).links(group).path("items")).hasSize(1);
        });
    }

    private interface Keyed {
        Answer call(Visit visit, String key);
    }

    /** One of two may be told that the other is still running; whoever gets an answer gets the same, also later. */
    private static void once(Round round, Keyed call) throws Exception {
        String key = UUID.randomUUID().toString();
        List<Answer> answers = round.race(
                () -> call.call(round.here(round.ann()), key), () -> call.call(round.there(round.ann()), key));
        round.ended(answers.stream().map(Answer::outcome).sorted().toList().toString());
        Answer again = call.call(round.there(round.ann()), key);
        assertThat(again.isReplayed()).as("%s", again).isTrue();
        assertThat(again.status()).isLessThan(300);
        for (Answer answer : answers) {
            if (!answer.outcome().equals("409 idempotency-key-in-use")) {
                assertThat(answer.status()).as("%s", answer).isEqualTo(again.status());
                assertThat(answer.body()).isEqualTo(again.body());
            }
        }
        assertThat(answers).extracting(Answer::status).anyMatch(status -> status < 300);
    }
}
