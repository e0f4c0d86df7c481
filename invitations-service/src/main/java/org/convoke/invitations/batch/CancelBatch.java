package org.convoke.invitations.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.convoke.events.Topic;
import org.convoke.invitations.Refused;
import org.convoke.ledger.Ledger;

/** Stops a batch: who has no outcome by then is not invited. Recipients who are being invited at this moment still are. */
@ApplicationScoped
public class CancelBatch {

    private final Batches batches;
    private final Items items;
    private final Ledger ledger;

    CancelBatch(Batches batches, Items items, Ledger ledger) {
        this.batches = batches;
        this.items = items;
        this.ledger = ledger;
    }

    /** @throws Refused NOT_FOUND for anyone but its inviter, or FINISHED; cancelling again is no fault */
    @Transactional
    public BatchReport cancel(String inviterId, UUID id) {
        Batch batch = batches.lockOf(inviterId, id);
        if (batch.isOpen()) {
            cancel(batch);
        }
        return batch.report();
    }

    void cancel(Batch locked) {
        items.settleRest(locked.id(), Outcome.CANCELLED);
        ledger.tell(Topic.INVITATIONS, locked.cancel(items.count(locked.id()), batches.databaseTime()));
    }
}
