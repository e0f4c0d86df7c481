package org.convoke.invitations.batch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.convoke.invitations.batch.FileBatch.Filed;
import org.jboss.logging.Logger;

/** This instance's workers: there as soon as a batch is filed here, and at every poll for what others left behind. */
@ApplicationScoped
class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final long END_MS = 3_000;

    private final WorkBatch workBatch;
    private final int count;
    private final Semaphore free;
    private final AtomicLong calls = new AtomicLong();
    private volatile boolean ended;

    Workers(WorkBatch workBatch, BatchConfig config) {
        this.workBatch = workBatch;
        this.count = config.workers();
        this.free = new Semaphore(count);
    }

    void filed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Filed filed) {
        call();
    }

    @Scheduled(every = "${convoke.batches.poll}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void poll() {
        call();
    }

    /** Those at work end their turn; what is left others take. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        ended = true;
        if (!free.tryAcquire(count, END_MS, TimeUnit.MILLISECONDS)) {
            LOG.warn("A batch stays behind until its lease has lapsed");
        }
    }

    private void call() {
        calls.incrementAndGet();
        begin();
    }

    private void begin() {
        if (!ended && free.tryAcquire()) {
            Thread.ofVirtual().name("batch-worker").start(this::work);
        }
    }

    private void work() {
        long heard = calls.get();
        try {
            while (!ended && workBatch.next()) {
                begin();
                heard = calls.get();
            }
        } catch (RuntimeException failure) {
            LOG.warnf("Batches cannot be worked at the moment: %s", failure);
        } finally {
            free.release();
        }
        // Whoever called since the last look has found nobody free.
        if (heard != calls.get()) {
            begin();
        }
    }
}
