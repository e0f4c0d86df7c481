package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.convoke.e2e.Answer;
import org.convoke.e2e.Person;

/** Eight people at the four doors of a group of ann's, two at each. */
record LastSeats(String group, List<Person> crowd, List<String> requests, List<String> invitations, String code) {

    private static final List<String> DOORS = List.of("approval", "accept", "join", "redemption");

    /** The group is open to all, but some asked before it was. */
    static LastSeats of(Round round, String group) {
        List<Person> crowd = round.crowd(2 * DOORS.size());
        List<String> requests = crowd.subList(0, 2).stream()
                .map(each -> round.there(each).ask(group).expect(201).id())
                .toList();
        round.here(round.ann()).change(group, Map.of("joinPolicy", "OPEN")).expect(200);
        List<String> invitations = crowd.subList(2, 4).stream()
                .map(each -> round.invitation(group, each))
                .toList();
        String code = round.here(round.ann()).link(group, 100).expect(201).text("code");
        return new LastSeats(group, crowd, requests, invitations, code);
    }

    List<Callable<Answer>> calls(Round round) {
        List<Callable<Answer>> calls = new ArrayList<>();
        requests.forEach(request -> calls.add(() -> round.either(round.ann()).decide(request, "approve")));
        for (int i = 0; i < 2; i++) {
            Person invitee = crowd.get(2 + i);
            String invitation = invitations.get(i);
            calls.add(() -> round.either(invitee).accept(invitation));
        }
        crowd.subList(4, 6).forEach(each -> calls.add(() -> round.either(each).join(group)));
        crowd.subList(6, 8).forEach(each -> calls.add(() -> round.either(each).redeem(code)));
        return calls;
    }

    /** Whoever got none is told so, and may try again as before. */
    void mustHaveSeated(int seats, List<Answer> answers, Round round) {
        List<Person> in = new ArrayList<>(List.of(round.ann()));
        for (int i = 0; i < crowd.size(); i++) {
            if (answers.get(i).status() < 300) {
                in.add(crowd.get(i));
                round.ended(DOORS.get(i / 2));
            } else {
                assertThat(answers.get(i).outcome()).as("%s", answers.get(i)).isEqualTo("409 group-full");
            }
        }
        assertThat(in).hasSize(1 + seats);
        round.members(group, in.toArray(Person[]::new));
        assertThat(round.database().openRequests(group)).isEqualTo(refused(answers.subList(0, 2)));
        for (int i = 0; i < 2; i++) {
            assertThat(round.database().status(invitations.get(i)))
                    .isEqualTo(answers.get(2 + i).status() == 200 ? "ACCEPTED" : "PENDING");
        }
        assertThat(round.uses(group)).isEqualTo(2 - refused(answers.subList(6, 8)));
    }

    private static long refused(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() >= 400).count();
    }
}
