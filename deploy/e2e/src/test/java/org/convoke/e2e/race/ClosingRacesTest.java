package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convoke.e2e.Answer;
import org.convoke.e2e.Running;
import org.convoke.e2e.Twins;
import org.convoke.e2e.history.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is banned, or comes to a group that is gone or closed, gets no seat. */
@ExtendWith({Running.class, Twins.class})
@Order(10)
class ClosingRacesTest {

    @AfterAll
    static void whatWasToldIsAHistory() {
        History.mustHold();
    }

    @Test
    void whoIsBannedWhileSheAcceptsIsNoMember() {
        Rounds.of("ban ∥ accept", round -> {
            String group = round.group();
            String invitation = round.invitation(group, round.ben());
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).ban(group, round.ben()),
                    () -> round.there(round.ben()).accept(invitation));
            round.ended(answers);
            assertThat(answers.getFirst().status()).isEqualTo(201);
            assertThat(answers.getLast().outcome()).isIn("200", "403 banned", "409 not-pending");
            round.members(group, round.ann());
            String end = answers.getLast().status() == 200 ? "ACCEPTED" : "REVOKED BANNED";
            round.eventually(database -> assertThat(database.status(invitation)).isEqualTo(end));
        });
    }

    @Test
    void anAcceptInADeletedGroupFails() {
        Rounds.of("delete ∥ accept", round -> {
            String group = round.group();
            String invitation = round.invitation(group, round.ben());
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).delete(group),
                    () -> round.there(round.ben()).accept(invitation));
            round.ended(answers);
            assertThat(answers.getFirst().status()).isEqualTo(204);
            assertThat(answers.getLast().outcome()).isIn("200", "404 not-found", "409 not-pending");
            assertThat(round.there(round.ben())
                            .call("GET", "/groups/" + group, null)
                            .status())
                    .isEqualTo(404);
            String end = answers.getLast().status() == 200 ? "ACCEPTED" : "REVOKED GROUP_DELETED";
            round.eventually(database -> assertThat(database.status(invitation)).isEqualTo(end));
        });
    }

    @Test
    void anAcceptInAnArchivedGroupFails() {
        Rounds.of("archive ∥ accept", round -> {
            String group = round.group();
            String invitation = round.invitation(group, round.ben());
            String code = round.here(round.ann()).link(group, 10).expect(201).text("code");
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).archive(group),
                    () -> round.there(round.ben()).accept(invitation));
            round.ended(answers);
            assertThat(answers.getFirst().status()).isEqualTo(200);
            assertThat(answers.getLast().outcome()).isIn("200", "409 archived", "409 not-pending");
            boolean accepted = answers.getLast().status() == 200;
            if (accepted) {
                round.members(group, round.ann(), round.ben());
            } else {
                round.members(group, round.ann());
            }
            assertThat(round.there(round.cleo()).redeem(code).status()).isIn(409, 410);
            String end = accepted ? "ACCEPTED" : "REVOKED GROUP_ARCHIVED";
            round.eventually(database -> assertThat(database.status(invitation)).isEqualTo(end));
        });
    }

    @Test
    void nobodyStaysInvitedWhoIsBannedMeanwhile() {
        Rounds.of("ban ∥ invite", round -> {
            String group = round.group();
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).ban(group, round.ben()),
                    () -> round.there(round.ann()).invite(group, round.ben()));
            answers.getFirst().expect(201);
            revokedOrRefused(round, answers, "BANNED", "409 banned");
        });
    }

    @Test
    void nobodyStaysInvitedToAGroupThatIsDeletedMeanwhile() {
        Rounds.of("delete ∥ invite", round -> {
            String group = round.group();
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).delete(group),
                    () -> round.there(round.ann()).invite(group, round.ben()));
            answers.getFirst().expect(204);
            revokedOrRefused(round, answers, "GROUP_DELETED", "404 not-found");
        });
    }

    @Test
    void nobodyStaysInvitedToAGroupThatIsArchivedMeanwhile() {
        Rounds.of("archive ∥ invite", round -> {
            String group = round.group();
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).archive(group),
                    () -> round.there(round.ann()).invite(group, round.ben()));
            answers.getFirst().expect(200);
            revokedOrRefused(round, answers, "GROUP_ARCHIVED", "409 archived");
        });
    }

    private static void revokedOrRefused(Round round, List<Answer> answers, String reason, String refusal) {
        round.ended(answers);
        assertThat(answers.getLast().outcome()).isIn("201", refusal);
        if (answers.getLast().status() == 201) {
            String invitation = answers.getLast().id();
            round.eventually(database -> assertThat(database.status(invitation)).isEqualTo("REVOKED " + reason));
        }
    }
}
