package org.convoke.invitations.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;

/** An invitation was there before the block, or is refused: it does not appear behind it. */
@QuarkusTest
class ConsentRacesTest {

    @Test
    void blockAgainstInviteHasOneOrder() {
        Set<Integer> statuses = new HashSet<>();
        for (int round = 0; round < 30; round++) {
            Someone ann = Someone.called("ann");
            Someone ben = Someone.called("ben");
            AGroup group = ann.founds();
            List<?> answers = AtOnce.run(() -> ann.invites(ben, group).extract().statusCode(), () -> {
                ben.blocks(ann);
                return ben.listed("box=received");
            });
            List<String> after = ben.listed("box=received");
            assertThat(answers.getLast()).isEqualTo(after);
            assertThat(after).hasSize(answers.getFirst().equals(201) ? 1 : 0);
            after.forEach(id -> assertThat(Told.about(id)).containsExactly("InvitationSent"));
            refused(ann.invites(ben, ann.founds()), 403, "invites-blocked");
            statuses.add((Integer) answers.getFirst());
        }
        assertThat(statuses).isSubsetOf(201, 403);
    }
}
