package org.convoke.invitations.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.quota.Quotas;

/** Takes a batch in: from the commit on it will be worked, by this instance or another. */
@ApplicationScoped
public class FileBatch {

    private final AskForBatch ask;
    private final Batches batches;
    private final Items items;
    private final Quotas quotas;
    private final Event<Filed> filed;

    FileBatch(AskForBatch ask, Batches batches, Items items, Quotas quotas, Event<Filed> filed) {
        this.ask = ask;
        this.batches = batches;
        this.items = items;
        this.quotas = quotas;
        this.filed = filed;
    }

    /** A batch has been taken in. */
    record Filed() {}

    /**
     * Asked first, outside of the transaction.
     *
     * @throws Refused NOT_FOUND, ARCHIVED, MAY_NOT_INVITE or GROUPS_UNREACHABLE
     */
    public void requirePermission(String inviterId, Wanted wanted) {
        ask.requirePermission(inviterId, wanted);
    }

    /** @throws Refused INVITER_QUOTA when she may not invite so many today, those of her open batches included */
    @Transactional
    public BatchReport file(String inviterId, Wanted wanted) {
        quotas.lock(inviterId, wanted.groupId());
        requireRoom(inviterId, wanted.inviteeIds().size());
        Batch batch = new Batch(inviterId, wanted, batches.databaseTime());
        batches.persistAndFlush(batch);
        items.file(batch.id(), wanted.inviteeIds());
        filed.fire(new Filed());
        return batch.report();
    }

    /** @throws Refused INVITER_QUOTA; what her open batches have not sent yet is spent already */
    @Transactional
    void requireRoom(String inviterId, int recipients) {
        Instant now = batches.databaseTime();
        if (quotas.roomOfInviter(inviterId, true, now) - items.countOpen(inviterId) < recipients) {
            Instant free = quotas.inviterFree(inviterId, true, recipients, now);
            throw new Refused(Refusal.INVITER_QUOTA, Duration.between(now, free));
        }
    }
}
