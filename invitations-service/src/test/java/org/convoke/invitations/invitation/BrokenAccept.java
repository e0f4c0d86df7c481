package org.convoke.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.Answers.unavailable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.SideBySide.Story;
import org.convoke.invitations.Someone;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;

/** What becomes of an accept that broke off; each story has an invitation of its own. */
class BrokenAccept {

    /** A busy machine takes longer than the ten seconds of a calm one. */
    private static final Duration HEALED = Duration.ofSeconds(30);

    private final Someone ann = Someone.called("ann");
    final Someone ben = Someone.called("ben");
    final AGroup group = ann.founds();
    final String id = ann.invited(ben, group);

    @Story
    void aSeatWhoseAnswerWasLostIsFound() {
        breaksOff(Fault.ANSWER_LOST);
        assertThat(group.members).containsKey(ben.id());
        becomes("ACCEPTED");
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationAccepted");
        ben.accepts(id)
                .statusCode(200)
                .body("membership.joinedAt", equalTo(group.members.get(ben.id()).getString("joinedAt")));
    }

    @Story
    void aSeatThatWasNeverGivenIsGivenLater() {
        breaksOff(Fault.UNAVAILABLE);
        becomes("ACCEPTED");
        assertThat(group.members).containsKey(ben.id());
    }

    @Story
    void aSeatThatIsRefusedLaterReleasesTheInvitation() {
        breaksOff(Fault.UNAVAILABLE);
        group.capacity = 1;
        int asked = group.seatCalls.get();
        Awaitility.await().atMost(HEALED).until(() -> group.seatCalls.get() > asked);
        refused(ben.accepts(id), 409, "group-full");
        ben.reads(id).body("status", equalTo("PENDING")).body("decidedAt", nullValue());
        ann.cancels(id).statusCode(200);
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationCancelled");
    }

    @Story
    void aRequestThatWasStuckGivesNoSeatOnceOthersMayDecide() {
        breaksOff(Fault.STUCK);
        group.capacity = 1;
        refused(ben.accepts(id), 409, "group-full");
        group.capacity = 2;
        ann.cancels(id).statusCode(200);
        Awaitility.await().atMost(HEALED).until(() -> group.stuckEnd, "late"::equals);
        assertThat(group.members).doesNotContainKey(ben.id());
        ben.reads(id).body("status", equalTo("CANCELLED"));
    }

    @Story
    void whoComesMeanwhileWaitsForTheOutcome() {
        breaksOff(Fault.ANSWER_LOST);
        List<Integer> answers = AtOnce.run(
                () -> ben.accepts(id).extract().statusCode(),
                () -> ann.cancels(id).extract().statusCode(),
                () -> ben.declines(id).extract().statusCode());
        assertThat(answers).containsExactly(200, 409, 409);
    }

    @Story
    void aCancelWaitsOnlySoLong() {
        group.fault = Fault.HANGING;
        var accept = CompletableFuture.supplyAsync(() -> ben.accepts(id));
        Awaitility.await().until(() -> group.seatCalls.get() == 1);
        unavailable(ann.cancels(id));
        unavailable(accept.join());
        group.fault = Fault.NONE;
        becomes("ACCEPTED");
    }

    /** Leaves a claim whose outcome nobody knows. */
    private void breaksOff(Fault fault) {
        group.fault = fault;
        unavailable(ben.accepts(id));
        ben.reads(id).body("status", equalTo("PENDING"));
        group.fault = Fault.NONE;
    }

    void becomes(String status) {
        Awaitility.await().atMost(HEALED).until(() -> ben.reads(id).extract().path("status"), status::equals);
    }
}
