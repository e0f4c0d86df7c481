package org.convoke.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.unavailable;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.convoke.invitations.SideBySide;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.Fault;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An accept that broke off between its claim and its end is finished or released by itself. */
@QuarkusTest
class RecoverClaimsTest {

    @TestFactory
    Stream<DynamicTest> whatBrokeOffIsSettled() {
        return SideBySide.stories(BrokenAccept.class, BrokenAccept::new);
    }

    @Test
    void anAcceptWhoseDatabaseDiesInTheMiddleIsFinishedOnceItIsBack() {
        var broken = new BrokenAccept();
        broken.group.fault = Fault.SLOW;
        var accept = CompletableFuture.supplyAsync(() -> broken.ben.accepts(broken.id));
        Awaitility.await().until(() -> broken.group.seatCalls.get() == 1);
        broken.group.fault = Fault.NONE;
        RealParts.postgres().kill();
        try {
            unavailable(accept.join());
        } finally {
            RealParts.postgres().restart();
        }
        broken.becomes("ACCEPTED");
        assertThat(broken.group.members).containsKey(broken.ben.id());
        assertThat(Told.about(broken.id)).containsExactly("InvitationSent", "InvitationAccepted");
    }
}
