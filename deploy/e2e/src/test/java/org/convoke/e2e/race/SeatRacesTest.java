package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.convoke.e2e.Answer;
import org.convoke.e2e.Person;
import org.convoke.e2e.Running;
import org.convoke.e2e.Twins;
import org.convoke.e2e.history.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The last seats and the last uses go to as many as there are. */
@ExtendWith({Running.class, Twins.class})
@Order(10)
class SeatRacesTest {

    @AfterAll
    static void whatWasToldIsAHistory() {
        History.mustHold();
    }

    @Test
    void theLastSeatsGoToAsManyAsThereAre() {
        Rounds.of("the last seats: approvals ∥ accepts ∥ joins ∥ redemptions", round -> {
            int seats = 1 + round.number() % 3;
            String group = round.group(Map.of("capacity", 1 + seats, "joinPolicy", "REQUEST"));
            LastSeats doors = LastSeats.of(round, group);
            List<Answer> answers = AtOnce.call(doors.calls(round));
            doors.mustHaveSeated(seats, answers, round);
        });
    }

    @Test
    void theLastUsesOfALinkGoToAsManyAsThereAreAndAMemberBurnsNone() {
        Rounds.of("the last uses of a link", round -> {
            int maxUses = 1 + round.number() % 3;
            String group = round.group();
            round.seat(group, round.ben());
            String code =
                    round.here(round.ann()).link(group, maxUses).expect(201).text("code");
            List<Person> crowd = round.crowd(5);
            List<Callable<Answer>> calls = new ArrayList<>();
            calls.add(() -> round.there(round.ben()).redeem(code));
            crowd.forEach(each -> calls.add(() -> round.either(each).redeem(code)));
            List<Answer> answers = AtOnce.call(calls);

            List<Answer> strangers = answers.subList(1, answers.size());
            round.ended(
                    strangers.stream().map(Answer::outcome).sorted().toList().toString());
            assertThat(answers.getFirst().status()).isEqualTo(200);
            assertThat(strangers).extracting(Answer::outcome).containsOnly("201", "410 exhausted");
            assertThat(strangers).filteredOn(answer -> answer.status() == 201).hasSize(maxUses);
            assertThat(round.database().memberCount(group)).isEqualTo(2 + maxUses);
            assertThat(round.uses(group)).isEqualTo(maxUses);
        });
    }
}
