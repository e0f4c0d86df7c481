package org.convoke.invitations.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.Answers.unavailable;
import static org.convoke.invitations.link.ByLink.aLink;
import static org.convoke.invitations.link.ByLink.redeems;
import static org.convoke.invitations.link.ByLink.revokes;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.convoke.invitations.link.ByLink.ALink;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A redemption that broke off after its reservation is finished or given back by itself. */
@QuarkusTest
class RecoverRedemptionsTest {

    private static final Duration HEALED = Duration.ofSeconds(10);

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final Someone cleo = Someone.called("cleo");
    private final AGroup group = ann.founds();
    private ALink link;

    @BeforeEach
    void aLinkForOne() {
        link = aLink(ann, group, Map.of("maxUses", 1));
    }

    @Test
    void aSeatWhoseAnswerWasLostIsFoundAndIsAUse() {
        breaksOff(Fault.ANSWER_LOST);
        assertThat(group.members).containsKey(ben.id());
        heals();
        assertThat(link.uses()).isEqualTo(1);
        redeems(ben, link).statusCode(200);
        refused(redeems(cleo, link), 410, "exhausted");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "HANGING", "MISROUTED"})
    void aSeatThatWasNeverGivenIsGivenLater(Fault fault) {
        breaksOff(fault);
        heals();
        assertThat(group.members).containsKey(ben.id());
        assertThat(link.uses()).isEqualTo(1);
    }

    @Test
    void aSeatThatIsRefusedLaterGivesTheUseBackToWhoeverWaits() {
        breaksOff(Fault.UNAVAILABLE);
        group.banned.add(ben.id());
        redeems(cleo, link).statusCode(201);
        assertThat(link.uses()).isEqualTo(1);
        assertThat(group.members).doesNotContainKey(ben.id());
    }

    @Test
    void whoTriesAgainWaitsForTheOutcomeAndUsesNothingMore() {
        breaksOff(Fault.ANSWER_LOST);
        redeems(ben, link).statusCode(200);
        assertThat(link.uses()).isEqualTo(1);
    }

    @Test
    void whoGotInOtherwiseMeanwhileUsedNothing() {
        breaksOff(Fault.UNAVAILABLE);
        group.seat(ben.id(), "MEMBER");
        heals();
        assertThat(link.uses()).isZero();
    }

    @Test
    void aLinkThatWasRevokedMeanwhileSeatsNobodyMore() {
        breaksOff(Fault.UNAVAILABLE);
        revokes(ann, link.id()).statusCode(204);
        heals();
        assertThat(group.members).doesNotContainKey(ben.id());
        assertThat(link.uses()).isZero();
        refused(redeems(ben, link), 410, "revoked");
    }

    @Test
    void aSeatThatWasGivenBeforeTheLinkWasRevokedIsAUseNevertheless() {
        breaksOff(Fault.ANSWER_LOST);
        revokes(ann, link.id()).statusCode(204);
        heals();
        assertThat(link.uses()).isEqualTo(1);
    }

    @Test
    void aRequestThatWasStuckGivesNoSeatOnceOthersHaveTheUse() {
        breaksOff(Fault.STUCK);
        group.banned.add(ben.id());
        redeems(cleo, link).statusCode(201);
        group.banned.remove(ben.id());
        Awaitility.await().atMost(HEALED).until(() -> group.stuckEnd, "late"::equals);
        assertThat(group.members).doesNotContainKey(ben.id());
        assertThat(link.uses()).isEqualTo(1);
    }

    @Test
    void aRequestToJoinWhoseAnswerWasLostIsAUse() {
        group.joinPolicy = "REQUEST";
        breaksOff(Fault.ANSWER_LOST);
        heals();
        assertThat(link.uses()).isEqualTo(1);
        redeems(ben, link).statusCode(202);
        refused(redeems(cleo, link), 410, "exhausted");
    }

    @Test
    void aRedemptionWhoseDatabaseDiesInTheMiddleIsFinishedOnceItIsBack() {
        group.seatFault = Fault.SLOW;
        var redeemed = CompletableFuture.supplyAsync(() -> redeems(ben, link));
        Awaitility.await().until(() -> group.seatCalls.get() == 1);
        group.seatFault = Fault.NONE;
        RealParts.postgres().kill();
        try {
            unavailable(redeemed.join());
        } finally {
            RealParts.postgres().restart();
        }
        heals();
        assertThat(group.members).containsKey(ben.id());
        assertThat(link.uses()).isEqualTo(1);
    }

    /** Leaves a reservation whose outcome nobody knows. */
    private void breaksOff(Fault fault) {
        group.seatFault = fault;
        unavailable(redeems(ben, link));
        assertThat(link.uses()).isEqualTo(1);
        group.seatFault = Fault.NONE;
    }

    private void heals() {
        String open = "select from redemption where claim_id is not null and link_id = '%s'".formatted(link.id());
        Awaitility.await().atMost(HEALED).until(() -> !TheDatabase.exists(open));
    }
}
