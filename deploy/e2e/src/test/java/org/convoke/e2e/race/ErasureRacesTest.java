package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convoke.e2e.Answer;
import org.convoke.e2e.Cast;
import org.convoke.e2e.Person;
import org.convoke.e2e.Running;
import org.convoke.e2e.Twins;
import org.convoke.e2e.history.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner is erased: who succeeds her is owner, whatever becomes of that person meanwhile. */
@ExtendWith({Running.class, Twins.class})
@Order(20)
class ErasureRacesTest {

    private static final int MOST = Math.min(60, Integer.getInteger("races.rounds", 10));

    private static List<Person> mortals;

    @BeforeAll
    static void makePeople() {
        mortals = Cast.people(3 * MOST);
    }

    @AfterAll
    static void whatWasToldIsAHistory() {
        History.mustHold();
    }

    @Test
    void theOldestOfTheHighestRoleSucceeds() {
        Rounds.of("owner erased", MOST, round -> {
            Person owner = mortals.get(round.number());
            String group = openGroup(round, owner);
            String second = round.number() % 2 == 0 ? "MODERATOR" : "MEMBER";
            round.here(owner).assign(group, round.ben(), second).expect(200);
            String alone = round.here(owner).found(Map.of()).expect(201).id();
            String sent =
                    round.here(owner).invite(group, round.cleo()).expect(201).id();
            String received = round.invitation(round.group(), owner);
            erase(round, owner);
            Person heir = second.equals("MODERATOR") ? round.ben() : round.ann();
            Person other = heir == round.ben() ? round.ann() : round.ben();
            round.eventually(database -> {
                assertThat(database.members(group)).isEqualTo(Map.of(heir.id(), "OWNER", other.id(), "MEMBER"));
                assertThat(database.memberCount(group)).isEqualTo(2);
                assertThat(database.members(alone)).isEmpty();
                assertThat(database.status(sent)).isEqualTo("REVOKED ERASED");
                assertThat(database.status(received)).isEqualTo("REVOKED ERASED");
            });
        });
    }

    @Test
    void aPromotionComesBeforeOrNotAtAll() {
        Rounds.of("owner erased ∥ she promotes", MOST, round -> {
            Person owner = mortals.get(MOST + round.number());
            String group = openGroup(round, owner);
            List<Answer> answers = round.race(
                    () -> erase(round, owner), () -> round.there(owner).assign(group, round.ben(), "ADMIN"));
            round.ended(answers);
            Person heir = answers.getLast().status() == 200 ? round.ben() : round.ann();
            round.eventually(database -> {
                assertThat(database.members(group).keySet())
                        .isEqualTo(Set.of(round.ann().id(), round.ben().id()));
                assertThat(database.members(group)).containsEntry(heir.id(), "OWNER");
            });
        });
    }

    @Test
    void anHeirWhoLeavesIsNotHeirOrStays() {
        Rounds.of("owner erased ∥ heir leaves", MOST, round -> {
            Person owner = mortals.get(2 * MOST + round.number());
            String group = openGroup(round, owner);
            round.here(owner).assign(group, round.ann(), "ADMIN").expect(200);
            List<Answer> answers = round.race(
                    () -> erase(round, owner), () -> round.there(round.ann()).leave(group));
            round.ended(answers);
            assertThat(answers.getLast().outcome()).isIn("204", "409 last-owner");
            boolean left = answers.getLast().status() == 204;
            Map<String, String> end = left
                    ? Map.of(round.ben().id(), "OWNER")
                    : Map.of(round.ann().id(), "OWNER", round.ben().id(), "MEMBER");
            round.eventually(database -> assertThat(database.members(group)).isEqualTo(end));
        });
    }

    /** With ann as its oldest member and ben as the next. */
    private static String openGroup(Round round, Person owner) {
        String group = round.here(owner)
                .found(Map.of("joinPolicy", "OPEN"))
                .expect(201)
                .id();
        round.here(round.ann()).join(group).expect(201);
        round.there(round.ben()).join(group).expect(201);
        return group;
    }

    private static Answer erase(Round round, Person person) {
        Answer answer = round.here(person).call("DELETE", "/people/me", null);
        assertThat(answer.status()).isIn(200, 202);
        return answer;
    }
}
