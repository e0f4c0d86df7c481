package org.convoke.invitations.invitation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.convoke.invitations.Refused;
import org.jboss.logging.Logger;

/** Finishes or releases the accepts whose owner crashed, stalled or never got an answer; every instance does. */
@ApplicationScoped
class RecoverClaims {

    private static final Logger LOG = Logger.getLogger(RecoverClaims.class);

    private final Claims claims;
    private final TakeSeat takeSeat;

    RecoverClaims(Claims claims, TakeSeat takeSeat) {
        this.claims = claims;
        this.takeSeat = takeSeat;
    }

    @Scheduled(every = "${convoke.claims.recover-every}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void recover() {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            claims.takeOver().forEach(claimed -> each.execute(() -> recover(claimed)));
        } catch (RuntimeException failure) {
            LOG.warnf("Stalled accepts cannot be looked for: %s", failure);
        }
    }

    private void recover(Turn.Claimed claimed) {
        UUID invitation = claimed.seat().invitationId();
        try {
            takeSeat.take(claimed);
            LOG.infof("The stalled accept of invitation %s is finished", invitation);
        } catch (Refused refused) {
            LOG.infof("The stalled accept of invitation %s: %s", invitation, refused.refusal());
        } catch (RuntimeException failure) {
            LOG.warnf("The stalled accept of invitation %s stays open: %s", invitation, failure);
        }
    }
}
