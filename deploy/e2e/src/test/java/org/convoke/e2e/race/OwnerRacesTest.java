package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.convoke.e2e.Answer;
import org.convoke.e2e.Person;
import org.convoke.e2e.Running;
import org.convoke.e2e.Twins;
import org.convoke.e2e.history.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A group with members has an owner, whoever goes at the same time. */
@ExtendWith({Running.class, Twins.class})
@Order(10)
class OwnerRacesTest {

    @AfterAll
    static void whatWasToldIsAHistory() {
        History.mustHold();
    }

    @Test
    void ofTwoOwnersWhoLeaveOneStays() {
        Rounds.of("owner leaves ∥ owner leaves", round -> {
            String group = twoOwners(round);
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).leave(group),
                    () -> round.there(round.ben()).leave(group));
            Person stays = loser(round, answers, "204");
            round.members(group, stays);
            assertThat(round.database().members(group)).containsEntry(stays.id(), "OWNER");
        });
    }

    @Test
    void ofTwoOwnersWhoStepDownOneIsOwnerStill() {
        Rounds.of("owner steps down ∥ owner steps down", round -> {
            String group = twoOwners(round);
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).assign(group, round.ann(), "ADMIN"),
                    () -> round.there(round.ben()).assign(group, round.ben(), "ADMIN"));
            Person stays = loser(round, answers, "200");
            round.members(group, round.ann(), round.ben());
            assertThat(owners(round, group)).containsExactly(stays.id());
        });
    }

    @Test
    void ofTwoOwnersOneLeavesOrTheOtherStepsDown() {
        Rounds.of("owner leaves ∥ owner steps down", round -> {
            String group = twoOwners(round);
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).leave(group),
                    () -> round.there(round.ben()).assign(group, round.ben(), "MEMBER"));
            round.ended(answers);
            assertThat(answers)
                    .extracting(Answer::outcome)
                    .isIn(List.of("204", "409 last-owner"), List.of("409 last-owner", "200"));
            assertThat(owners(round, group)).hasSize(1);
        });
    }

    @Test
    void ownersDoNotDemoteEachOther() {
        Rounds.of("owner demotes owner ∥ the other way round", 16, round -> {
            String group = twoOwners(round);
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).assign(group, round.ben(), "MEMBER"),
                    () -> round.there(round.ben()).assign(group, round.ann(), "MEMBER"));
            assertThat(answers).extracting(Answer::outcome).containsOnly("403 outranked");
            assertThat(owners(round, group)).hasSize(2);
        });
    }

    @Test
    void anOwnerWhoLeavesAndHandsOverLeavesOneOwner() {
        Rounds.of("transfer ∥ leave with a successor", round -> {
            String group = round.group(Map.of("joinPolicy", "OPEN"));
            round.there(round.ben()).join(group).expect(201);
            round.there(round.cleo()).join(group).expect(201);
            List<Answer> answers = round.race(
                    () -> round.here(round.ann()).transfer(group, round.ben()),
                    () -> round.there(round.ann()).leave(group, round.cleo()));
            round.ended(answers);
            assertThat(answers.getFirst().outcome()).isIn("200", "403 forbidden", "404 not-found");
            assertThat(answers.getLast().status()).isEqualTo(204);
            Person owner = answers.getFirst().status() == 200 ? round.ben() : round.cleo();
            round.members(group, round.ben(), round.cleo());
            assertThat(owners(round, group)).containsExactly(owner.id());
        });
    }

    private static String twoOwners(Round round) {
        String group = round.group();
        round.seat(group, round.ben());
        round.here(round.ann()).assign(group, round.ben(), "OWNER").expect(200);
        return group;
    }

    private static Person loser(Round round, List<Answer> answers, String won) {
        round.ended(answers);
        assertThat(answers).extracting(Answer::outcome).containsExactlyInAnyOrder(won, "409 last-owner");
        return answers.getFirst().status() == 409 ? round.ann() : round.ben();
    }

    static List<String> owners(Round round, String group) {
        return round.database().members(group).entrySet().stream()
                .filter(member -> member.getValue().equals("OWNER"))
                .map(Map.Entry::getKey)
                .toList();
    }
}
