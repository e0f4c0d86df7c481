package org.convoke.invitations.link;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.convoke.invitations.Refused;
import org.jboss.logging.Logger;

/** Finishes or gives back the reservations whose owner crashed, stalled or never got an answer; every instance does. */
@ApplicationScoped
class RecoverRedemptions {

    private static final Logger LOG = Logger.getLogger(RecoverRedemptions.class);

    private final Reservations reservations;
    private final TakeLinkSeat takeLinkSeat;

    RecoverRedemptions(Reservations reservations, TakeLinkSeat takeLinkSeat) {
        this.reservations = reservations;
        this.takeLinkSeat = takeLinkSeat;
    }

    @Scheduled(every = "${convoke.claims.recover-every}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void recover() {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            reservations.takeOver().forEach(reserved -> each.execute(() -> recover(reserved)));
        } catch (RuntimeException failure) {
            LOG.warnf("Stalled redemptions cannot be looked for: %s", failure);
        }
    }

    private void recover(Reserved reserved) {
        UUID redemption = reserved.seat().invitationId();
        try {
            takeLinkSeat.take(reserved);
            LOG.infof("The stalled redemption %s is finished", redemption);
        } catch (Refused refused) {
            LOG.infof("The stalled redemption %s: %s", redemption, refused.refusal());
        } catch (RuntimeException failure) {
            LOG.warnf("The stalled redemption %s stays open: %s", redemption, failure);
        }
    }
}
