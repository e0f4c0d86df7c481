package org.convoke.invitations.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convoke.invitations.group.InvitationCheck;
import org.convoke.invitations.invitation.InvitePeople;
import org.convoke.invitations.invitation.Result;

/**
 * The transactions of a worker's turn; between them groups-service is asked. The second one does nothing when the batch
 * is not in the worker's hands any more, so that no recipient is settled twice.
 */
@ApplicationScoped
class Turns {

    private final Batches batches;
    private final Items items;
    private final InvitePeople invitePeople;
    private final TellProgress tellProgress;
    private final BatchConfig config;

    Turns(Batches batches, Items items, InvitePeople invitePeople, TellProgress tellProgress, BatchConfig config) {
        this.batches = batches;
        this.items = items;
        this.invitePeople = invitePeople;
        this.tellProgress = tellProgress;
        this.config = config;
    }

    /** @return the next recipients of the batch whose turn it is; empty when there is nothing to do */
    @Transactional
    Optional<Chunk> take() {
        Instant now = batches.databaseTime();
        return batches.lockNext(now).map(batch -> take(batch, now));
    }

    Chunk take(Batch batch, Instant now) {
        List<Item> next = items.open(batch.id(), config.chunk());
        int most = batch.chunk(next.getFirst().position(), config);
        return batch.take(next.subList(0, Math.min(most, next.size())), now, config);
    }

    @Transactional
    void invite(Chunk chunk, InvitationCheck check) {
        ifStillIn(chunk, batch -> {
            items.settle(batch.id(), settled(chunk, invitePeople.invite(chunk.order(), check)));
            tellProgress.of(batch);
        });
    }

    /** Gives that outcome to all who have none. */
    @Transactional
    void stop(Chunk chunk, Outcome rest) {
        ifStillIn(chunk, batch -> {
            items.settleRest(batch.id(), rest);
            tellProgress.of(batch);
        });
    }

    @Transactional
    void postpone(Chunk chunk) {
        ifStillIn(chunk, batch -> batch.postpone(batches.databaseTime(), config));
    }

    /** After the last try its recipients have failed. */
    @Transactional
    void fail(Chunk chunk) {
        ifStillIn(chunk, batch -> {
            if (chunk.isLastTry()) {
                List<Item> failed = chunk.items().stream()
                        .map(item -> item.settled(Outcome.FAILED, null))
                        .toList();
                items.settle(batch.id(), failed);
                tellProgress.of(batch);
            } else {
                batch.stumble(chunk, batches.databaseTime(), config);
            }
        });
    }

    private void ifStillIn(Chunk chunk, Consumer<Batch> work) {
        batches.lockIn(chunk.leaseId(), chunk.batchId()).ifPresent(work);
    }

    private static List<Item> settled(Chunk chunk, List<Result> results) {
        Map<String, Result> byInvitee =
                results.stream().collect(Collectors.toMap(Result::inviteeId, Function.identity()));
        return chunk.items().stream()
                .map(item -> settled(item, byInvitee.get(item.inviteeId())))
                .toList();
    }

    private static Item settled(Item item, Result result) {
        var invitation = result.invitation();
        return item.settled(Outcome.of(result.verdict()), invitation == null ? null : invitation.id());
    }
}
