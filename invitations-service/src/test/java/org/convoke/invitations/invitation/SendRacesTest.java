package org.convoke.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One pending invitation for a person to a group, whoever invites at the same time. */
@QuarkusTest
class SendRacesTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final AGroup group = ann.founds();

    @RepeatedTest(5)
    void twentyInvitationsAtOnceAreOne() {
        List<ValidatableResponse> answers = AtOnce.times(20, () -> ann.invites(ben, group));
        String id = only(answers);
        assertThat(Told.about(id)).containsExactly("InvitationSent");
        assertThat(ben.listed("box=received")).containsExactly(id);
    }

    @RepeatedTest(5)
    void theOneInPlaceOfOneThatIsOverIsOneToo() {
        String over = ann.invited(ben, group);
        TheDatabase.endNow(over);
        String id = only(AtOnce.times(20, () -> ann.invites(ben, group)));
        assertThat(Told.about(over)).containsExactly("InvitationSent", "InvitationExpired");
        assertThat(Told.about(id)).containsExactly("InvitationSent");
        assertThat(ben.listed("box=received")).containsExactly(id, over);
    }

    @Test
    void someoneInvitedAndCancelledAtOnceHasAtMostOnePending() {
        for (int round = 0; round < 15; round++) {
            AGroup group = ann.founds();
            String first = ann.invited(ben, group);
            AtOnce.run(() -> ann.cancels(first), () -> ann.invites(ben, group), () -> ann.invites(ben, group));
            List<String> pending = ben.listed("box=received&status=PENDING&groupId=" + group.id);
            assertThat(pending).hasSizeLessThanOrEqualTo(1).doesNotContain(first);
            pending.forEach(ann::cancels);
        }
    }

    /** The id that all got, and one as a new one. */
    private static String only(List<ValidatableResponse> answers) {
        assertThat(answers)
                .extracting(each -> each.extract().statusCode())
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(answers)
                .extracting(each -> each.extract().<String>path("id"))
                .containsOnly(answers.getFirst().extract().<String>path("id"));
        return answers.getFirst().extract().path("id");
    }
}
