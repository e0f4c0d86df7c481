package org.convoke.invitations.batch;

import static org.convoke.invitations.batch.BatchState.CANCELLED;
import static org.convoke.invitations.batch.BatchState.COMPLETED;
import static org.convoke.invitations.batch.BatchState.QUEUED;
import static org.convoke.invitations.batch.BatchState.RUNNING;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.events.BatchEvent;
import org.convoke.events.BatchEvent.BatchCancelled;
import org.convoke.events.BatchEvent.BatchCompleted;
import org.convoke.events.BatchEvent.BatchProgressed;
import org.convoke.events.BatchSnapshot;
import org.convoke.events.Fact;
import org.convoke.events.Uuids;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A batch of invitations to one group. Its verbs are called with its row locked; {@code now} is always the database's
 * time, so that every instance decides alike.
 */
@Entity
class Batch {

    private static final String SOURCE = "/invitations-service";

    /** At most four events of progress in any second. */
    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(250);

    @Id
    private UUID id;

    private long seq;
    private UUID groupId;
    private String inviterId;
    private @Nullable String message;
    private int expiresInDays;

    @Enumerated(EnumType.STRING)
    private BatchState state;

    private int total;

    @JdbcTypeCode(SqlTypes.JSON)
    private Tally tally;

    private Instant createdAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant toldAt;
    private @Nullable Instant workedAt;
    private Instant notBefore;

    @Embedded
    private @Nullable Lease lease;

    private int failures;
    private int unanswered;
    private int oneByOneTo;

    protected Batch() {}

    Batch(String inviterId, Wanted wanted, Instant now) {
        this.id = Uuids.next();
        this.groupId = wanted.groupId();
        this.inviterId = inviterId;
        this.message = wanted.message();
        this.expiresInDays = wanted.expiresInDays();
        this.state = QUEUED;
        this.total = wanted.inviteeIds().size();
        this.tally = Tally.NONE;
        this.createdAt = now;
        this.notBefore = now;
    }

    UUID id() {
        return id;
    }

    BatchReport report() {
        return new BatchReport(snapshot(), message, finishedAt);
    }

    /** How many recipients to take, the next being at that position. */
    int chunk(int next, BatchConfig config) {
        return next <= oneByOneTo ? 1 : config.chunk();
    }

    /** A worker takes these recipients; until it is done or the lease lapses, no other takes any. */
    Chunk take(List<Item> items, Instant now, BatchConfig config) {
        state = RUNNING;
        workedAt = now;
        lease = new Lease(UUID.randomUUID(), now.plus(config.lease()));
        boolean isLastTry = items.getLast().position() <= oneByOneTo;
        Duration life = Duration.ofDays(expiresInDays);
        return new Chunk(id, lease.id(), groupId, inviterId, message, life, items, isLastTry);
    }

    /** Whether nobody else has taken it, ended it or taken it over since. */
    boolean isIn(UUID leaseId) {
        return lease != null && lease.id().equals(leaseId);
    }

    /** @return empty when its inviter was told only just now and more will come */
    Optional<Fact<? extends BatchEvent>> progress(Tally counted, Instant now) {
        tally = counted;
        lease = null;
        failures = 0;
        unanswered = 0;
        if (counted.processed() == total) {
            end(COMPLETED, now);
            return Optional.of(tell(new BatchCompleted(snapshot()), now));
        }
        if (toldAt != null && now.isBefore(toldAt.plus(BETWEEN_PROGRESS))) {
            return Optional.empty();
        }
        toldAt = now;
        return Optional.of(tell(new BatchProgressed(snapshot()), now));
    }

    /** groups-service said nothing. */
    void postpone(Instant now, BatchConfig config) {
        lease = null;
        notBefore = now.plus(config.pause(++unanswered));
    }

    /** These recipients could not be invited, nobody knows why: again later, and in the end one by one. */
    void stumble(Chunk chunk, Instant now, BatchConfig config) {
        lease = null;
        notBefore = now.plus(config.pause(++failures));
        if (failures >= config.tries()) {
            failures = 0;
            oneByOneTo = chunk.end();
        }
    }

    /**
     * @return whether there is something to cancel: false when it was cancelled before
     * @throws Refused FINISHED
     */
    boolean isOpen() {
        if (state == COMPLETED) {
            throw new Refused(Refusal.FINISHED);
        }
        return state != CANCELLED;
    }

    Fact<BatchCancelled> cancel(Tally counted, Instant now) {
        tally = counted;
        end(CANCELLED, now);
        return tell(new BatchCancelled(snapshot()), now);
    }

    private void end(BatchState how, Instant now) {
        state = how;
        finishedAt = now;
        lease = null;
    }

    private BatchSnapshot snapshot() {
        return new BatchSnapshot(
                id,
                groupId,
                inviterId,
                state.name(),
                total,
                tally.processed(),
                tally.created(),
                tally.existing(),
                tally.alreadyMember(),
                tally.blocked(),
                tally.banned(),
                tally.unknown(),
                tally.notAllowed(),
                tally.quota(),
                tally.groupGone(),
                tally.cancelled(),
                tally.failed(),
                createdAt);
    }

    private <E extends BatchEvent> Fact<E> tell(E event, Instant now) {
        return new Fact<>(Uuids.next(), SOURCE, id.toString(), ++seq, now, null, event);
    }
}
