package org.convoke.invitations.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Somebody is erased: her batches stop, and what she wrote in them is gone. */
@ApplicationScoped
public class ForgetInviter {

    private final Batches batches;
    private final CancelBatch cancelBatch;

    ForgetInviter(Batches batches, CancelBatch cancelBatch) {
        this.batches = batches;
        this.cancelBatch = cancelBatch;
    }

    /** Before anything else in its transaction: a worker too locks the batch first, then invitations. */
    @Transactional
    public void forget(String inviterId) {
        batches.lockOpenOf(inviterId).forEach(cancelBatch::cancel);
        batches.forgetMessages(inviterId);
    }
}
