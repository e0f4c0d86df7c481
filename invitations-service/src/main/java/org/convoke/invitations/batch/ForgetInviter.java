package org.convoke.invitations.batch;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.convoke.events.Fact;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.invitations.FactListener;

/**
 * Who was erased invites nobody any more: her batches stop, what she wrote in them is gone, and no outcome names her.
 * First of all listeners, for a worker too locks its batch before any invitation.
 */
@ApplicationScoped
@Priority(1000)
class ForgetInviter implements FactListener {

    private final Batches batches;
    private final Items items;
    private final CancelBatch cancelBatch;

    ForgetInviter(Batches batches, Items items, CancelBatch cancelBatch) {
        this.batches = batches;
        this.items = items;
        this.cancelBatch = cancelBatch;
    }

    @Override
    @Transactional
    public void hear(Fact<?> fact) {
        if (fact.event() instanceof PersonErased erased) {
            batches.lockOpenOf(erased.userId()).forEach(cancelBatch::cancel);
            batches.forgetMessages(erased.userId());
            items.anonymise(erased.userId());
        }
    }
}
