package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.convoke.e2e.Answer;
import org.convoke.e2e.Running;
import org.convoke.e2e.Settled;
import org.convoke.e2e.Twins;
import org.convoke.e2e.history.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever invites, asks or joins at the same time: one invitation, one membership. */
@ExtendWith({Running.class, Twins.class})
@Order(10)
class InviteRacesTest {

    @AfterAll
    static void whatWasToldIsAHistory() {
        History.mustHold();
    }

    @Test
    void twoInvitersSendOneInvitation() {
        Rounds.of("invite ∥ invite", round -> {
            String group = round.group();
            round.seat(group, round.cleo());
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).invite(group, round.ben()),
                    () -> round.there(round.cleo()).invite(group, round.ben()));
            round.ended(answers);
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 201);
            assertThat(answers.getFirst().id()).isEqualTo(answers.getLast().id());
            assertThat(round.database().invitations(group, round.ben())).isEqualTo(1);
        });
    }

    @Test
    void aBatchAndAnInviterSendOneInvitation() {
        Rounds.of("invite ∥ batch", round -> {
            String group = round.group();
            round.seat(group, round.cleo());
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).invite(group, round.ben()),
                    () -> round.there(round.cleo())
                            .batch(group, List.of(round.ben().id())));
            assertThat(answers.getFirst().status()).isIn(200, 201);
            String batch = answers.getLast().expect(202).id();
            boolean first = answers.getFirst().status() == 201;
            round.ended(first ? "single" : "batch");
            round.eventually(database -> {
                JsonNode done = round.here(round.cleo()).batch(batch);
                assertThat(done.path("state").asText()).isEqualTo("COMPLETED");
                assertThat(done.path("existing").asInt()).isEqualTo(first ? 1 : 0);
                assertThat(done.path("created").asInt()).isEqualTo(first ? 0 : 1);
                assertThat(database.invitations(group, round.ben())).isEqualTo(1);
            });
        });
    }

    @Test
    void twoBatchesSendOneInvitation() {
        Rounds.of("batch ∥ batch", round -> {
            String group = round.group();
            round.seat(group, round.cleo());
            List<Answer> answers = round.race(
                    () -> round.here(round.ann())
                            .batch(group, List.of(round.ben().id())),
                    () -> round.there(round.cleo())
                            .batch(group, List.of(round.ben().id())));
            String anns = answers.getFirst().expect(202).id();
            String cleos = answers.getLast().expect(202).id();
            round.eventually(database -> {
                JsonNode one = round.here(round.ann()).batch(anns);
                JsonNode other = round.here(round.cleo()).batch(cleos);
                assertThat(List.of(
                                one.path("state").asText(), other.path("state").asText()))
                        .containsOnly("COMPLETED");
                assertThat(one.path("created").asInt() + other.path("created").asInt())
                        .isEqualTo(1);
                assertThat(one.path("existing").asInt() + other.path("existing").asInt())
                        .isEqualTo(1);
                assertThat(database.invitations(group, round.ben())).isEqualTo(1);
            });
        });
    }

    @Test
    void whoJoinsWhileSheIsInvitedIsNotInvitedAnyMore() {
        Rounds.of("invite ∥ join", round -> {
            String group = round.group(Map.of("joinPolicy", "OPEN"));
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).invite(group, round.ben()),
                    () -> round.there(round.ben()).join(group));
            round.ended(answers);
            assertThat(answers.getFirst().outcome()).isIn("201", "409 already-a-member");
            answers.getLast().expect(201);
            round.members(group, round.ann(), round.ben());
            if (answers.getFirst().status() == 201) {
                String invitation = answers.getFirst().id();
                round.eventually(
                        database -> assertThat(database.status(invitation)).isIn("ACCEPTED", "REVOKED JOINED"));
            }
        });
    }

    @Test
    void anInvitationOfAModeratorAndARequestThatCrossAreAMembership() {
        Rounds.of("invite by the owner ∥ ask", round -> {
            String group = round.group(Map.of("joinPolicy", "REQUEST"));
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).invite(group, round.ben()),
                    () -> round.there(round.ben()).ask(group));
            round.ended(answers);
            String invitation = answers.getFirst().expect(201).id();
            answers.getLast().expect(201);
            round.eventually(database -> {
                assertThat(database.members(group))
                        .isEqualTo(Map.of(round.ann().id(), "OWNER", round.ben().id(), "MEMBER"));
                assertThat(database.openRequests(group)).isZero();
                assertThat(database.status(invitation)).isEqualTo("ACCEPTED");
            });
        });
    }

    @Test
    void anInvitationOfAMemberAndARequestThatCrossStayUntilEitherClosesBoth() {
        Rounds.of("invite by a member ∥ ask", round -> {
            String group = round.group(Map.of("joinPolicy", "REQUEST"));
            round.seat(group, round.cleo());
            List<Answer> answers = round.race(
                    () -> round.here(round.cleo()).invite(group, round.ben()),
                    () -> round.there(round.ben()).ask(group));
            String invitation = answers.getFirst().expect(201).id();
            String request = answers.getLast().expect(201).id();
            if (round.number() % 2 == 0) {
                round.there(round.ben()).accept(invitation).expect(200);
            } else {
                round.there(round.ann()).decide(request, "approve").expect(200);
            }
            round.ended(answers.getLast().text("status"));
            round.eventually(database -> {
                assertThat(database.members(group))
                        .hasSize(3)
                        .containsEntry(round.ben().id(), "MEMBER");
                assertThat(database.openRequests(group)).isZero();
                assertThat(database.status(invitation)).isIn("ACCEPTED", "REVOKED JOINED");
            });
        });
    }

    @Test
    void whoeverIsInvitedIsLetInWhenSheAsks() {
        Rounds.of("ask of someone invited", 40, round -> {
            String group = round.group(Map.of("joinPolicy", "REQUEST"));
            String invitation = round.invitation(group, round.ben());
            Settled.soon(() -> assertThat(round.database()
                            .number(
                                    "select count(*) from groups.pending_invitations where invitation_id = ?::uuid",
                                    invitation))
                    .isEqualTo(1));
            round.there(round.ben()).ask(group).expect(201);
            round.members(group, round.ann(), round.ben());
            round.eventually(database -> assertThat(database.status(invitation)).isEqualTo("ACCEPTED"));
            assertThat(round.here(round.ann()).invite(group, round.ben()).outcome())
                    .isEqualTo("409 already-a-member");
        });
    }
}
