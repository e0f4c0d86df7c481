package org.convoke.events.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.convoke.events.outbox.OutboxTable.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the outbox to Kafka in order. Any number of instances may run; the one that holds the advisory lock leads, the
 * others wait for it. Whatever fails, it drops its producer and its connection and starts again from the oldest row, so
 * a record may be sent twice but never out of order and never not at all.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Connections connections;
    private final Supplier<? extends Producer<String, byte[]>> producers;
    private final Duration poll;
    private final Semaphore signals = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean leading;
    private volatile long sent;
    private volatile long failures;

    /**
     * @param connections a connection that nobody else uses while the relay holds it
     * @param producers see {@link RelayProducer}
     * @param poll how long a row waits at most when its {@link #signal} got lost, or the leader with it
     */
    public Relay(Connections connections, Supplier<? extends Producer<String, byte[]>> producers, Duration poll) {
        this.connections = connections;
        this.producers = producers;
        this.poll = poll;
        this.thread = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** A transaction with outbox rows has committed. */
    public void signal() {
        if (signals.availablePermits() == 0) {
            signals.release();
        }
    }

    public boolean isLeading() {
        return leading;
    }

    /** Rows that Kafka has acknowledged to this instance. */
    public long sent() {
        return sent;
    }

    /** How often this instance had to begin anew, for want of Kafka or the database. */
    public long failures() {
        return failures;
    }

    /** Stops after the rows under way; what is left waits for the next leader. */
    @Override
    public void close() {
        closed = true;
        signals.release();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
            // Kafka or the database keeps it waiting.
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                leadOnce();
                awaitSignal(poll);
            } catch (SQLException | ExecutionException | RuntimeException e) {
                leading = false;
                if (!closed) {
                    failures++;
                    LOG.warn("The outbox relay starts again in {} s: {}", RETRY.toSeconds(), e.toString());
                    pause();
                }
            } catch (InterruptedException e) {
                leading = false;
            }
        }
    }

    private void leadOnce() throws SQLException, ExecutionException, InterruptedException {
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(true);
            if (!OutboxTable.lead(connection)) {
                return;
            }
            Producer<String, byte[]> producer = producers.get();
            try {
                leading = true;
                drain(connection, producer);
            } finally {
                leading = false;
                try {
                    producer.close(Duration.ZERO);
                } finally {
                    OutboxTable.resign(connection);
                }
            }
        }
    }

    private void drain(Connection connection, Producer<String, byte[]> producer)
            throws SQLException, ExecutionException, InterruptedException {
        while (!closed) {
            List<Waiting> waiting = OutboxTable.oldest(connection, BATCH);
            if (waiting.isEmpty()) {
                awaitSignal(poll);
                continue;
            }
            List<Future<?>> acks = new ArrayList<>(waiting.size());
            for (Waiting each : waiting) {
                acks.add(producer.send(each.row().toKafka()));
            }
            for (Future<?> ack : acks) {
                ack.get();
            }
            OutboxTable.delete(connection, waiting);
            sent += waiting.size();
        }
    }

    private void awaitSignal(Duration atMost) throws InterruptedException {
        if (signals.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
        } catch (InterruptedException e) {
            LOG.debug("Woken while waiting to start again");
        }
    }
}
