package org.convoke.invitations.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.unavailable;
import static org.convoke.invitations.link.ByLink.redeems;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.convoke.invitations.SideBySide;
import org.convoke.invitations.group.Fault;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A redemption that broke off after its reservation is finished or given back by itself. */
@QuarkusTest
class RecoverRedemptionsTest {

    @TestFactory
    Stream<DynamicTest> whatBrokeOffIsSettled() {
        return SideBySide.stories(BrokenRedemption.class, BrokenRedemption::new);
    }

    @Test
    void aRedemptionWhoseDatabaseDiesInTheMiddleIsFinishedOnceItIsBack() {
        var broken = new BrokenRedemption();
        broken.group.seatFault = Fault.SLOW;
        var redeemed = CompletableFuture.supplyAsync(() -> redeems(broken.ben, broken.link));
        Awaitility.await().until(() -> broken.group.seatCalls.get() == 1);
        broken.group.seatFault = Fault.NONE;
        RealParts.postgres().kill();
        try {
            unavailable(redeemed.join());
        } finally {
            RealParts.postgres().restart();
        }
        broken.heals();
        assertThat(broken.group.members).containsKey(broken.ben.id());
        assertThat(broken.link.uses()).isEqualTo(1);
    }
}
