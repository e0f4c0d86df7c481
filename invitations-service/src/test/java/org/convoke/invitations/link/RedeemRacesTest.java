package org.convoke.invitations.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.link.ByLink.aLink;
import static org.convoke.invitations.link.ByLink.redeems;
import static org.convoke.invitations.link.ByLink.revokes;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.convoke.invitations.link.ByLink.ALink;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Never more uses than there are, however many redeem at the same time. */
@QuarkusTest
class RedeemRacesTest {

    private final Someone ann = Someone.called("ann");
    private final AGroup group = ann.founds();

    @RepeatedTest(10)
    void theLastUsesGoToExactlyAsManyAsThereAre() {
        ALink link = aLink(ann, group, Map.of("maxUses", 3));
        List<ValidatableResponse> answers = allRedeem(crowd(20), link);
        assertThat(statuses(answers)).containsOnly(201, 410);
        assertThat(statuses(answers)).filteredOn(each -> each == 201).hasSize(3);
        answers.stream()
                .filter(each -> each.extract().statusCode() == 410)
                .forEach(each -> refused(each, 410, "exhausted"));
        assertThat(group.members).hasSize(4);
        assertThat(link.uses()).isEqualTo(3);
    }

    /** A use whose owner is refused goes to another, and nobody is told meanwhile that there is none. */
    @RepeatedTest(10)
    void usesThatComeBackGoToOthers() {
        ALink link = aLink(ann, group, Map.of("maxUses", 3));
        List<Someone> crowd = crowd(12);
        crowd.subList(0, 9).forEach(each -> group.everywhere.add(each.id()));
        List<Integer> answers = statuses(allRedeem(crowd, link));
        assertThat(answers.subList(9, 12)).containsOnly(201);
        assertThat(answers.subList(0, 9)).containsAnyOf(429, 410).isSubsetOf(429, 410);
        assertThat(group.members).hasSize(4);
        assertThat(link.uses()).isEqualTo(3);
    }

    @RepeatedTest(20)
    void onePersonAtOnceIsOneUse() {
        ALink link = aLink(ann, group, Map.of("maxUses", 1));
        Someone ben = Someone.called("ben");
        List<Integer> answers = statuses(AtOnce.times(10, () -> redeems(ben, link)));
        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(group.seatCalls.get()).isPositive();
        assertThat(link.uses()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void oneWhoAsksToBeLetInAtOnceIsOneUse() {
        group.joinPolicy = "REQUEST";
        ALink link = aLink(ann, group, Map.of("maxUses", 1));
        Someone ben = Someone.called("ben");
        assertThat(statuses(AtOnce.times(10, () -> redeems(ben, link)))).containsOnly(202);
        assertThat(link.uses()).isEqualTo(1);
    }

    @Test
    void membersNeitherBurnNorBlockTheLastUse() {
        ALink link = aLink(ann, group, Map.of("maxUses", 1));
        List<Someone> crowd = crowd(11);
        crowd.subList(0, 10).forEach(each -> group.seat(each.id(), "MEMBER"));
        List<Integer> answers = statuses(allRedeem(crowd, link));
        assertThat(answers.subList(0, 10)).containsOnly(200);
        assertThat(answers.getLast()).isEqualTo(201);
        assertThat(link.uses()).isEqualTo(1);
    }

    @Test
    void theLastSeatsAreTakenByAsManyUses() {
        ALink link = aLink(ann, group, Map.of("maxUses", 10));
        group.capacity = 4;
        List<Integer> answers = statuses(allRedeem(crowd(20), link));
        assertThat(answers).containsOnly(201, 409);
        assertThat(answers).filteredOn(each -> each == 201).hasSize(3);
        assertThat(link.uses()).isEqualTo(3);
    }

    @Test
    void whoGotInOtherwiseMeanwhileGivesTheUseBack() {
        ALink link = aLink(ann, group, Map.of("maxUses", 1));
        Someone ben = Someone.called("ben");
        group.seatFault = Fault.SLOW;
        var redeemed = CompletableFuture.supplyAsync(() -> redeems(ben, link));
        Awaitility.await().until(() -> group.seatCalls.get() == 1);
        group.seatFault = Fault.NONE;
        group.seat(ben.id(), "MEMBER");
        redeemed.join().statusCode(200);
        assertThat(link.uses()).isZero();
    }

    @Test
    void revokedOrRedeemedWhicheverIsFirst() {
        for (int round = 0; round < 20; round++) {
            ALink link = aLink(ann, group);
            Someone ben = Someone.called("ben");
            List<Integer> answers = statuses(AtOnce.run(() -> redeems(ben, link), () -> revokes(ann, link.id())));
            assertThat(answers.getFirst()).isIn(201, 410);
            assertThat(answers.getLast()).isEqualTo(204);
            assertThat(group.members.containsKey(ben.id())).isEqualTo(answers.getFirst() == 201);
            assertThat(link.uses()).isEqualTo(answers.getFirst() == 201 ? 1 : 0);
        }
    }

    private static List<Someone> crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Someone.called("crowd" + i))
                .toList();
    }

    private static List<ValidatableResponse> allRedeem(List<Someone> crowd, ALink link) {
        return AtOnce.run(crowd.stream()
                .<Callable<ValidatableResponse>>map(each -> () -> redeems(each, link))
                .toList());
    }

    private static List<Integer> statuses(List<ValidatableResponse> answers) {
        return answers.stream().map(each -> each.extract().statusCode()).toList();
    }
}
