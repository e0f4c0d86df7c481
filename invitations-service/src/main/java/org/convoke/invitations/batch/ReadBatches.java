package org.convoke.invitations.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.invitations.Refused;

/** Shows an inviter her batches; to others they do not exist. */
@ApplicationScoped
public class ReadBatches {

    private final Batches batches;
    private final Items items;

    ReadBatches(Batches batches, Items items) {
        this.batches = batches;
        this.items = items;
    }

    /** @throws Refused NOT_FOUND for anyone but its inviter */
    public BatchReport one(String inviterId, UUID id) {
        return batches.of(inviterId, id).report();
    }

    /** @return the newest first */
    public List<BatchReport> list(String inviterId, Optional<UUID> after, int limit) {
        return batches.list(inviterId, after, limit).stream().map(Batch::report).toList();
    }

    /**
     * @param after the position behind which to begin
     * @throws Refused NOT_FOUND for anyone but its inviter
     */
    @Transactional
    public List<Item> items(String inviterId, UUID id, Optional<Outcome> outcome, int after, int limit) {
        batches.of(inviterId, id);
        return items.list(id, outcome, after, limit);
    }
}
