package org.convoke.groups.group;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.groups.group.DeletedGroups.Deleted;
import org.jboss.logging.Logger;

/**
 * Takes away what a deleted group has left and tells the end of each membership, with the number of the deletion. It
 * goes in small steps, each a transaction: instances share the work, and after a crash it goes on where it was.
 */
@ApplicationScoped
class PurgeGroups {

    private static final Logger LOG = Logger.getLogger(PurgeGroups.class);
    private static final int STEP = 500;

    private final DeletedGroups deleted;
    private final GroupLedger ledger;

    PurgeGroups(DeletedGroups deleted, GroupLedger ledger) {
        this.deleted = deleted;
        this.ledger = ledger;
    }

    @Scheduled(every = "${convoke.groups.purge-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void purge() {
        try {
            boolean more = true;
            while (more) {
                more = QuarkusTransaction.requiringNew().call(this::step);
            }
        } catch (RuntimeException failure) {
            LOG.warnf("Deleted groups are not purged at the moment: %s", failure);
        }
    }

    /** False when there was nothing left to do. */
    boolean step() {
        return deleted.lockOldest().map(this::step).orElse(false);
    }

    private boolean step(Deleted group) {
        int left = STEP;
        for (String user : deleted.deleteMembers(group.id(), left)) {
            ledger.tellGone(group, user);
            left--;
        }
        for (String table : deleted.tables()) {
            left -= left == 0 ? 0 : deleted.deleteRows(table, group.id(), left);
        }
        if (left > 0) {
            deleted.delete(group.id());
        }
        return true;
    }
}
