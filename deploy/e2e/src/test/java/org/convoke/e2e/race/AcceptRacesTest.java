package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.convoke.e2e.Answer;
import org.convoke.e2e.Running;
import org.convoke.e2e.Twins;
import org.convoke.e2e.history.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An invitation ends once, whatever else is done to it while it is accepted. */
@ExtendWith({Running.class, Twins.class})
@Order(10)
class AcceptRacesTest {

    @AfterAll
    static void whatWasToldIsAHistory() {
        History.mustHold();
    }

    @Test
    void twoTabsThatAcceptAreOneMemberAndBothTold() {
        Rounds.of("accept ∥ accept", round -> {
            String group = round.group();
            String invitation = round.invitation(group, round.ben());
            List<Answer> answers = round.race(
                    () -> round.here(round.ben()).accept(invitation),
                    () -> round.there(round.ben()).accept(invitation));
            round.ended(answers);
            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(answers)
                    .extracting(answer -> answer.body().path("membership"))
                    .satisfies(both -> assertThat(both.getFirst()).isEqualTo(both.getLast()));
            round.members(group, round.ann(), round.ben());
            assertThat(round.database().status(invitation)).isEqualTo("ACCEPTED");
        });
    }

    @Test
    void fiftyAcceptsAtOnceAreOneMemberAndAllTold() {
        Rounds.of("50 × accept", 16, round -> {
            String group = round.group();
            String invitation = round.invitation(group, round.ben());
            List<Answer> answers = AtOnce.call(IntStream.range(0, 50)
                    .mapToObj(i -> (Callable<Answer>)
                            () -> (i % 2 == 0 ? round.here(round.ben()) : round.there(round.ben())).accept(invitation))
                    .toList());
            assertThat(answers).extracting(Answer::status).containsOnly(200);
            round.members(group, round.ann(), round.ben());
        });
    }

    @Test
    void acceptAgainstCancelHasOneWinner() {
        Rounds.of("accept ∥ cancel", round -> {
            String group = round.group();
            String invitation = round.invitation(group, round.ben());
            List<Answer> answers = round.race(
                    () -> round.here(round.ben()).accept(invitation),
                    () -> round.there(round.ann()).cancel(invitation));
            oneWins(round, group, invitation, answers, "CANCELLED");
        });
    }

    @Test
    void acceptAgainstDeclineHasOneWinner() {
        Rounds.of("accept ∥ decline", round -> {
            String group = round.group();
            String invitation = round.invitation(group, round.ben());
            List<Answer> answers = round.race(
                    () -> round.here(round.ben()).accept(invitation),
                    () -> round.there(round.ben()).decline(invitation));
            oneWins(round, group, invitation, answers, "DECLINED");
        });
    }

    private static void oneWins(Round round, String group, String invitation, List<Answer> answers, String otherwise) {
        boolean accepted = answers.getFirst().status() == 200;
        String winner = accepted ? "ACCEPTED" : otherwise;
        Answer loser = accepted ? answers.getLast() : answers.getFirst();
        round.ended(winner);
        assertThat((accepted ? answers.getFirst() : answers.getLast()).status()).isEqualTo(200);
        assertThat(loser.outcome()).isEqualTo("409 not-pending");
        assertThat(loser.text("invitationStatus")).isEqualTo(winner);
        assertThat(round.database().status(invitation)).isEqualTo(winner);
        if (accepted) {
            round.members(group, round.ann(), round.ben());
        } else {
            round.members(group, round.ann());
        }
    }

    @Test
    void whetherAnAcceptWasInTimeIsDecidedOnceForAllTabs() {
        Rounds.of("accept ∥ accept ∥ expiry", round -> {
            String group = round.group();
            String invitation = round.invitation(group, round.ben());
            round.database().expire(invitation, ThreadLocalRandom.current().nextInt(12));
            List<Answer> answers = round.race(
                    () -> round.here(round.ben()).accept(invitation),
                    () -> round.there(round.ben()).accept(invitation));
            round.ended(answers);
            assertThat(answers)
                    .extracting(Answer::outcome)
                    .isIn(Collections.nCopies(2, "200"), Collections.nCopies(2, "410 expired"));
            boolean accepted = answers.getFirst().status() == 200;
            assertThat(round.here(round.ann())
                            .invitation(invitation)
                            .path("status")
                            .asText())
                    .isEqualTo(accepted ? "ACCEPTED" : "EXPIRED");
            if (accepted) {
                round.members(group, round.ann(), round.ben());
            } else {
                round.members(group, round.ann());
            }
        });
    }
}
