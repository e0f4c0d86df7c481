package org.convoke.invitations.batch;

import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.events.Topic;
import org.convoke.ledger.Ledger;

/** Counts a batch's outcomes anew and tells its inviter, within the transaction that gave them. */
@ApplicationScoped
class TellProgress {

    private final Batches batches;
    private final Items items;
    private final Ledger ledger;

    TellProgress(Batches batches, Items items, Ledger ledger) {
        this.batches = batches;
        this.items = items;
        this.ledger = ledger;
    }

    void of(Batch locked) {
        locked.progress(items.count(locked.id()), batches.databaseTime())
                .ifPresent(fact -> ledger.tell(Topic.INVITATIONS, fact));
    }
}
