package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.convoke.e2e.Answer;
import org.convoke.e2e.Cast;
import org.convoke.e2e.Running;
import org.convoke.e2e.Settled;
import org.convoke.e2e.Twins;
import org.convoke.e2e.history.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody is invited by whom she does not want to hear of, or by whom the group does not let. */
@ExtendWith({Running.class, Twins.class})
@Order(10)
class ConsentRacesTest {

    private static final int RECIPIENTS = 400;

    @AfterAll
    static void whatWasToldIsAHistory() {
        History.mustHold();
    }

    @Test
    void aBlockIsBeforeAnInvitationOrAfterIt() {
        Rounds.of("block ∥ invite", round -> {
            String group = round.group();
            String block = "/invitation-blocks/users/" + round.ann().id();
            List<Answer> answers = round.race(
                    () -> round.here(round.ben()).call("PUT", block, null),
                    () -> round.there(round.ann()).invite(group, round.ben()));
            round.ended(answers);
            assertThat(answers.getFirst().status()).isIn(200, 204);
            assertThat(answers.getLast().outcome()).isIn("201", "403 invites-blocked");
            long sent = answers.getLast().status() == 201 ? 1 : 0;
            assertThat(round.database().invitations(group, round.ben())).isEqualTo(sent);
            assertThat(round.here(round.ann())
                            .invite(round.group(), round.ben())
                            .outcome())
                    .isEqualTo("403 invites-blocked");
            assertThat(round.there(round.ben()).call("DELETE", block, null).status())
                    .isIn(200, 204);
        });
    }

    @Test
    void whoWantsNoInvitationsIsShownNoneAndTheInviterCannotTell() {
        Rounds.of("NOBODY ∥ invite", round -> {
            String group = round.group();
            List<Answer> answers = round.race(
                    () -> settings(round, "NOBODY"),
                    () -> round.there(round.ann()).invite(group, round.ben()));
            String first = answers.getLast().expect(201).id();
            String second = round.invitation(round.group(), round.ben());
            round.ended(seen(round, first) ? "shown" : "withheld");
            assertThat(seen(round, second)).isFalse();
            assertThat(round.here(round.ann()).invitation(first).path("status").asText())
                    .isEqualTo("PENDING");
            assertThat(round.here(round.ann()).invitation(second).path("status").asText())
                    .isEqualTo("PENDING");
            settings(round, "ANYONE");
        });
    }

    /** Her box and the invitation itself say the same. */
    private static boolean seen(Round round, String invitation) {
        JsonNode box = round.here(round.ben())
                .call("GET", "/invitations?box=received&status=PENDING&limit=20", null)
                .expect(200)
                .body()
                .path("items");
        boolean listed = box.findValuesAsText("id").contains(invitation);
        int status = round.there(round.ben())
                .call("GET", "/invitations/" + invitation, null)
                .status();
        assertThat(status).isEqualTo(listed ? 200 : 404);
        return listed;
    }

    private static Answer settings(Round round, String from) {
        Answer answer = round.here(round.ben()).call("PUT", "/invitation-settings", Map.of("from", from));
        assertThat(answer.status()).isIn(200, 204);
        return answer;
    }

    @Test
    void whoMayInviteNoMoreMidBatchInvitesNoMore() {
        List<String> strangers = Cast.strangers(RECIPIENTS);
        Rounds.of("the right to invite ends ∥ batch", 16, round -> {
            String group = round.group();
            round.seat(group, round.cleo());
            String batch = round.there(round.cleo())
                    .batch(group, strangers)
                    .expect(202)
                    .id();
            if (round.number() % 4 > 0) {
                Settled.soon(() -> assertThat(processed(round, batch)).isPositive());
            }
            if (round.number() % 2 == 0) {
                round.here(round.ann())
                        .change(group, Map.of("whoMayInvite", "ADMINS"))
                        .expect(200);
            } else {
                round.here(round.ann()).remove(group, round.cleo()).expect(204);
            }
            round.eventually(database -> {
                JsonNode done = round.here(round.cleo()).batch(batch);
                assertThat(done.path("state").asText()).isEqualTo("COMPLETED");
                int created = done.path("created").asInt();
                assertThat(created + done.path("notAllowed").asInt()).isEqualTo(RECIPIENTS);
                assertThat(database.number(
                                "select count(*) from invitations.invitation where group_id = ?::uuid and inviter_id = ?",
                                group,
                                round.cleo().id()))
                        .isEqualTo(created);
                round.ended(created == 0 ? "none" : created == RECIPIENTS ? "all" : "some");
            });
        });
    }

    private static int processed(Round round, String batch) {
        return round.there(round.cleo()).batch(batch).path("processed").asInt();
    }
}
