package org.convoke.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.Topic;
import org.convoke.events.outbox.OutboxRow;
import org.convoke.events.outbox.OutboxTable;
import org.hibernate.Session;

/**
 * Where a use case tells what has happened. A fact is told if and only if the transaction commits.
 *
 * <p>The caller holds the lock of the aggregate's row and has taken the fact's {@code seq} from it.
 */
@ApplicationScoped
public class Ledger {

    private final Session session;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxRelay relay;
    private final CurrentTrace trace;

    public Ledger(
            Session session, TransactionSynchronizationRegistry transactions, OutboxRelay relay, CurrentTrace trace) {
        this.session = session;
        this.transactions = transactions;
        this.relay = relay;
        this.trace = trace;
    }

    /** Adds the trace of the current request where the fact has none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Topic topic, Fact<?> fact) {
        OutboxRow row = OutboxRow.of(topic, fact.traceparent() == null ? traced(fact) : fact);
        session.doWork(connection -> OutboxTable.insert(connection, row));
        transactions.registerInterposedSynchronization(new Signal());
    }

    private <E extends DomainEvent> Fact<E> traced(Fact<E> fact) {
        return new Fact<>(
                fact.id(), fact.source(), fact.subject(), fact.seq(), fact.time(), trace.parent(), fact.event());
    }

    private final class Signal implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing to do before: only what has committed may be sent.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.signal();
            }
        }
    }
}
