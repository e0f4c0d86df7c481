package org.convoke.invitations.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.Answers.unavailable;
import static org.convoke.invitations.link.ByLink.aLink;
import static org.convoke.invitations.link.ByLink.redeems;
import static org.convoke.invitations.link.ByLink.revokes;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.convoke.invitations.SideBySide.Story;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.convoke.invitations.link.ByLink.ALink;

/** What becomes of a redemption that broke off; each story has a link for one of its own. */
class BrokenRedemption {

    /** A busy machine takes longer than the ten seconds of a calm one. */
    private static final Duration HEALED = Duration.ofSeconds(30);

    private final Someone ann = Someone.called("ann");
    private final Someone cleo = Someone.called("cleo");
    final Someone ben = Someone.called("ben");
    final AGroup group = ann.founds();
    final ALink link = aLink(ann, group, Map.of("maxUses", 1));

    @Story
    void aSeatWhoseAnswerWasLostIsFoundAndIsAUse() {
        breaksOff(Fault.ANSWER_LOST);
        assertThat(group.members).containsKey(ben.id());
        heals();
        assertThat(link.uses()).isEqualTo(1);
        redeems(ben, link).statusCode(200);
        refused(redeems(cleo, link), 410, "exhausted");
    }

    @Story
    void aSeatThatWasNotToBeHadIsGivenLater() {
        givenLater(Fault.UNAVAILABLE);
    }

    @Story
    void aSeatThatNobodyAnsweredForIsGivenLater() {
        givenLater(Fault.HANGING);
    }

    @Story
    void aSeatThatWasAskedForInTheWrongPlaceIsGivenLater() {
        givenLater(Fault.MISROUTED);
    }

    private void givenLater(Fault fault) {
        breaksOff(fault);
        heals();
        assertThat(group.members).containsKey(ben.id());
        assertThat(link.uses()).isEqualTo(1);
    }

    @Story
    void aSeatThatIsRefusedLaterGivesTheUseBackToWhoeverWaits() {
        breaksOff(Fault.UNAVAILABLE);
        group.banned.add(ben.id());
        redeems(cleo, link).statusCode(201);
        assertThat(link.uses()).isEqualTo(1);
        assertThat(group.members).doesNotContainKey(ben.id());
    }

    @Story
    void whoTriesAgainWaitsForTheOutcomeAndUsesNothingMore() {
        breaksOff(Fault.ANSWER_LOST);
        redeems(ben, link).statusCode(200);
        assertThat(link.uses()).isEqualTo(1);
    }

    @Story
    void whoGotInOtherwiseMeanwhileUsedNothing() {
        breaksOff(Fault.UNAVAILABLE);
        group.seat(ben.id(), "MEMBER");
        heals();
        assertThat(link.uses()).isZero();
    }

    @Story
    void aLinkThatWasRevokedMeanwhileSeatsNobodyMore() {
        breaksOff(Fault.UNAVAILABLE);
        revokes(ann, link.id()).statusCode(204);
        heals();
        assertThat(group.members).doesNotContainKey(ben.id());
        assertThat(link.uses()).isZero();
        refused(redeems(ben, link), 410, "revoked");
    }

    @Story
    void aSeatThatWasGivenBeforeTheLinkWasRevokedIsAUseNevertheless() {
        breaksOff(Fault.ANSWER_LOST);
        revokes(ann, link.id()).statusCode(204);
        heals();
        assertThat(link.uses()).isEqualTo(1);
    }

    @Story
    void aRequestThatWasStuckGivesNoSeatOnceOthersHaveTheUse() {
        breaksOff(Fault.STUCK);
        group.banned.add(ben.id());
        redeems(cleo, link).statusCode(201);
        group.banned.remove(ben.id());
        Awaitility.await().atMost(HEALED).until(() -> group.stuckEnd, "late"::equals);
        assertThat(group.members).doesNotContainKey(ben.id());
        assertThat(link.uses()).isEqualTo(1);
    }

    @Story
    void aRequestToJoinWhoseAnswerWasLostIsAUse() {
        group.joinPolicy = "REQUEST";
        breaksOff(Fault.ANSWER_LOST);
        heals();
        assertThat(link.uses()).isEqualTo(1);
        redeems(ben, link).statusCode(202);
        refused(redeems(cleo, link), 410, "exhausted");
    }

    /** Leaves a reservation whose outcome nobody knows. */
    private void breaksOff(Fault fault) {
        group.seatFault = fault;
        unavailable(redeems(ben, link));
        assertThat(link.uses()).isEqualTo(1);
        group.seatFault = Fault.NONE;
    }

    void heals() {
        String open = "select from redemption where claim_id is not null and link_id = '%s'".formatted(link.id());
        Awaitility.await().atMost(HEALED).until(() -> !TheDatabase.exists(open));
    }
}
