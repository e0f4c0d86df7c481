package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** A seat is given once, and to nobody whom the group no longer takes. */
@ExtendWith({Running.class, Twins.class})
@Order(10)
class SeatRacesTest {

    @AfterAll
    static void whatWasToldIsAHistory() {
        History.mustHold();
    }

    @Test
    void theLastSeatsGoToAsManyAsThereAre() {
        Rounds.of("the last seats: accepts ∥ joins ∥ redemptions ∥ approvals", round -> {
            int seats = 1 + round.number() % 3;
            String group = round.group(Map.of("capacity", 1 + seats, "joinPolicy", "REQUEST"));
            List<Person> crowd = round.crowd(8);
            List<String> requests = crowd.subList(0, 2).stream()
                    .map(each -> round.there(each).ask(group).expect(201).id())
                    .toList();
            round.here(round.ann()).change(group, Map.of("joinPolicy", "OPEN")).expect(200);
            List<String> invitations = crowd.subList(2, 4).stream()
                    .map(each -> round.invitation(group, each))
                    .toList();
            String code = round.here(round.ann()).link(group, 100).expect(201).text("code");

            List<Callable<Answer>> calls = new ArrayList<>();
            calls.add(() -> round.here(round.ann()).decide(requests.get(0), "approve"));
            calls.add(() -> round.there(round.ann()).decide(requests.get(1), "approve"));
            calls.add(() -> round.here(crowd.get(2)).accept(invitations.get(0)));
            calls.add(() -> round.there(crowd.get(3)).accept(invitations.get(1)));
            calls.add(() -> round.here(crowd.get(4)).join(group));
            calls.add(() -> round.there(crowd.get(5)).join(group));
            calls.add(() -> round.here(crowd.get(6)).redeem(code));
            calls.add(() -> round.there(crowd.get(7)).redeem(code));
            List<Answer> answers = AtOnce.call(calls);

            List<Person> in = new ArrayList<>(List.of(round.ann()));
            for (int i = 0; i < crowd.size(); i++) {
                if (answers.get(i).status() < 300) {
                    in.add(crowd.get(i));
                    round.ended(
                            List.of("approval", "accept", "join", "redemption").get(i / 2));
                } else {
                    assertThat(answers.get(i).outcome())
                            .as("%s", answers.get(i))
                            .isEqualTo("409 group-full");
                }
            }
            assertThat(in).hasSize(1 + seats);
            round.members(group, in.toArray(Person[]::new));
            assertThat(round.database().openRequests(group)).isEqualTo(refused(answers.subList(0, 2)));
            for (int i = 0; i < 2; i++) {
                assertThat(round.database().status(invitations.get(i)))
                        .isEqualTo(answers.get(2 + i).status() == 200 ? "ACCEPTED" : "PENDING");
            }
            assertThat(uses(round, group)).isEqualTo(2 - refused(answers.subList(6, 8)));
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
            List<Callable<Answer>> calls = new ArrayList<>();
            calls.add(() -> round.there(round.ben()).redeem(code));
            List<Person> crowd = round.crowd(5);
            for (int i = 0; i < crowd.size(); i++) {
                Person each = crowd.get(i);
                calls.add(
                        i % 2 == 0
                                ? () -> round.here(each).redeem(code)
                                : () -> round.there(each).redeem(code));
            }
            List<Answer> answers = AtOnce.call(calls);
            round.ended(answers.subList(1, 6).stream()
                    .map(Answer::outcome)
                    .sorted()
                    .toList()
                    .toString());
            assertThat(answers.getFirst().status()).isEqualTo(200);
            List<Answer> strangers = answers.subList(1, answers.size());
            assertThat(strangers).extracting(Answer::outcome).containsOnly("201", "410 exhausted");
            assertThat(refused(strangers)).isEqualTo(crowd.size() - maxUses);
            assertThat(round.database().memberCount(group)).isEqualTo(2 + maxUses);
            assertThat(uses(round, group)).isEqualTo(maxUses);
        });
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

    private static long refused(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() >= 400).count();
    }

    private static int uses(Round round, String group) {
        JsonNode links = round.there(round.ann()).links(group).path("items");
        assertThat(links).hasSize(1);
        return links.get(0).path("uses").asInt();
    }
}
