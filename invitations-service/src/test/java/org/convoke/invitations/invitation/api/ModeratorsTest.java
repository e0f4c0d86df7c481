package org.convoke.invitations.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.invalid;
import static org.convoke.invitations.Answers.refused;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.convoke.events.InvitationEvent.InvitationCancelled;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What moderators of the group see of an invitation and may do about it, and what members may not. */
@QuarkusTest
class ModeratorsTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final Someone mia = Someone.called("mia");
    private final Someone max = Someone.called("max");
    private final AGroup group = ann.founds();

    @BeforeEach
    void aModeratorAndAMember() {
        group.seat(mia.id(), "MODERATOR");
        group.seat(max.id(), "MEMBER");
    }

    @Test
    void aModeratorCancelsAnyInvitationAMemberNone() {
        String id = ann.invited(ben, group);
        refused(max.cancels(id), 404, "not-found");
        mia.reads(id).statusCode(200).body("status", equalTo("PENDING"));
        mia.cancels(id).statusCode(200).body("status", equalTo("CANCELLED"));
        mia.cancels(id).statusCode(200);
        assertThat(((InvitationCancelled) Told.facts(id).getLast().event()).actorId())
                .isEqualTo(mia.id());
        refused(ben.accepts(id), 409, "not-pending");
    }

    @Test
    void aModeratorDoesNotAnswerForThePartiesThough() {
        String id = ann.invited(ben, group);
        refused(mia.accepts(id), 403, "forbidden");
        refused(mia.declines(id), 403, "forbidden");
        refused(mia.resends(id), 403, "forbidden");
        refused(max.reads(id), 404, "not-found");
        refused(max.accepts(id), 404, "not-found");
    }

    @Test
    void moderatorsSeeWhatIsPendingInTheirGroup() {
        String first = ann.invited(ben, group);
        String over = ann.invited(Someone.called("cleo"), group);
        ann.cancels(ann.invited(Someone.called("dora"), group));
        TheDatabase.endNow(over);
        String last = max.invited(Someone.called("emma"), group);
        ann.invited(ben, ann.founds());
        assertThat(mia.listed("box=group&status=PENDING&groupId=" + group.id)).containsExactly(last, first);
        assertThat(mia.listed("box=group&groupId=" + group.id)).contains(last, first);
        refused(max.lists("box=group&groupId=" + group.id), 403, "forbidden");
        refused(ben.lists("box=group&groupId=" + group.id), 403, "forbidden");
        group.visibility = "HIDDEN";
        refused(ben.lists("box=group&groupId=" + group.id), 404, "not-found");
        invalid(mia.lists("box=group"), "groupId");
    }

    @Test
    void anInvitationIsSentAgainAsTheSameOneAndEndsAsBefore() {
        String id = ann.invited(ben, group);
        String end = ann.reads(id).extract().path("expiresAt");
        for (int i = 0; i < 3; i++) {
            ann.resends(id).statusCode(200).body("id", equalTo(id)).body("expiresAt", equalTo(end));
        }
        long seconds = Long.parseLong(
                refused(ann.resends(id), 429, "resend-quota").extract().header("Retry-After"));
        assertThat(seconds).isBetween(14 * 86_400L - 60, 14 * 86_400L);
        refused(ben.resends(id), 403, "forbidden");
        ben.declines(id);
        refused(ann.resends(id), 409, "not-pending").body("invitationStatus", equalTo("DECLINED"));
        assertThat(Told.about(id))
                .containsExactly(
                        "InvitationSent",
                        "InvitationResent",
                        "InvitationResent",
                        "InvitationResent",
                        "InvitationDeclined");
        String over = ann.invited(Someone.called("cleo"), group);
        TheDatabase.endNow(over);
        refused(ann.resends(over), 410, "expired");
    }
}
