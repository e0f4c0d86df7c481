package org.convoke.invitations.batch;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.convoke.events.Fact;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.invitations.FactListener;

/**
 * Somebody is erased: her batches stop, and what she wrote in them is gone. The first to hear it, because a worker too
 * locks the batch first, then invitations.
 */
@ApplicationScoped
@Priority(ForgetInviter.FIRST)
public class ForgetInviter implements FactListener {

    static final int FIRST = 1000;

    private final Batches batches;
    private final CancelBatch cancelBatch;

    ForgetInviter(Batches batches, CancelBatch cancelBatch) {
        this.batches = batches;
        this.cancelBatch = cancelBatch;
    }

    @Override
    public void hear(Fact<?> fact) {
        if (fact.event() instanceof PersonErased erased) {
            forget(erased.userId());
        }
    }

    @Transactional
    public void forget(String inviterId) {
        batches.lockOpenOf(inviterId).forEach(cancelBatch::cancel);
        batches.forgetMessages(inviterId);
    }
}
