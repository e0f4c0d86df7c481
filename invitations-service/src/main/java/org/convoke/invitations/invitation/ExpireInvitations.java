package org.convoke.invitations.invitation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.convoke.events.Topic;
import org.convoke.ledger.Ledger;
import org.jboss.logging.Logger;

/** Writes down and announces, once, that an invitation's time has passed; instances share the work. */
@ApplicationScoped
class ExpireInvitations {

    private static final Logger LOG = Logger.getLogger(ExpireInvitations.class);
    private static final int PAGE = 100;

    private final Invitations invitations;
    private final Ledger ledger;

    ExpireInvitations(Invitations invitations, Ledger ledger) {
        this.invitations = invitations;
        this.ledger = ledger;
    }

    @Scheduled(every = "${convoke.invitations.expire-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void expire() {
        try {
            while (QuarkusTransaction.requiringNew().call(this::expirePage) == PAGE) {
                LOG.debugf("More than %d invitations have expired", PAGE);
            }
        } catch (RuntimeException failure) {
            LOG.warnf("Expired invitations cannot be announced: %s", failure);
        }
    }

    private int expirePage() {
        Instant now = invitations.databaseTime();
        List<Invitation> over = invitations.lockOver(now, PAGE);
        over.forEach(each -> ledger.tell(Topic.INVITATIONS, each.expire(now)));
        return over.size();
    }
}
