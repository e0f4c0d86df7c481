package org.convoke.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheTopics;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;

/** One end, and the events of one order, whatever comes at the same time. */
@QuarkusTest
class EndRacesTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");

    @Test
    void acceptAgainstBanHasOneEnd() {
        for (int round = 0; round < 20; round++) {
            AGroup group = ann.founds();
            String id = ann.invited(ben, group);
            List<Integer> answers = AtOnce.run(() -> ben.accepts(id).extract().statusCode(), () -> {
                group.banned.add(ben.id());
                TheTopics.awaitHeard(
                        TheTopics.tell(new MemberBanned(group.id, "Chess", ann.id(), ben.id(), null), Instant.now()));
                return 0;
            });
            boolean accepted = answers.getFirst() == 200;
            ben.reads(id).body("status", equalTo(accepted ? "ACCEPTED" : "REVOKED"));
            assertThat(group.members.containsKey(ben.id())).isEqualTo(accepted);
            assertThat(Told.about(id))
                    .containsExactly("InvitationSent", accepted ? "InvitationAccepted" : "InvitationRevoked");
        }
    }

    @Test
    void resendAgainstCancelIsInOrder() {
        for (int round = 0; round < 20; round++) {
            String id = ann.invited(ben, ann.founds());
            List<Integer> answers = AtOnce.run(
                    () -> ann.resends(id).extract().statusCode(),
                    () -> ann.cancels(id).extract().statusCode());
            assertThat(answers.getLast()).isEqualTo(200);
            assertThat(answers.getFirst()).isIn(200, 409);
            assertThat(Told.about(id))
                    .isEqualTo(
                            answers.getFirst() == 200
                                    ? List.of("InvitationSent", "InvitationResent", "InvitationCancelled")
                                    : List.of("InvitationSent", "InvitationCancelled"));
        }
    }
}
