package org.convoke.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.junit.jupiter.api.Test;

/** Whoever waits for an accept under way, or for groups-service, keeps nobody else waiting. */
@QuarkusTest
class WaitingTest {

    /** More than twice the connections of the pool. */
    private static final int WAITING = 50;

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");

    @Test
    void aCrowdThatWaitsHoldsNoConnection() {
        AGroup group = ann.founds();
        String id = ann.invited(ben, group);
        group.fault = Fault.HANGING;
        var crowd = CompletableFuture.supplyAsync(() -> AtOnce.times(WAITING, () -> ben.accepts(id)));
        Awaitility.await().until(() -> group.seatCalls.get() == 1);
        for (int i = 0; i < 20; i++) {
            long began = System.nanoTime();
            ann.reads(id).statusCode(200).body("status", equalTo("PENDING"));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        }
        group.fault = Fault.NONE;
        List<ValidatableResponse> answers = crowd.join();
        // Who asked got no answer; all others waited until one of them could take over.
        assertThat(answers)
                .extracting(each -> each.extract().statusCode())
                .containsOnlyOnce(503)
                .containsOnly(200, 503);
        assertThat(group.members).containsOnlyKeys(ann.id(), ben.id());
    }
}
