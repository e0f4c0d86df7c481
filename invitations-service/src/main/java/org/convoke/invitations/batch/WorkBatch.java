package org.convoke.invitations.batch;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** One worker's turn: take the next recipients of a batch, ask groups-service about them, invite them. */
@ApplicationScoped
class WorkBatch {

    private static final Logger LOG = Logger.getLogger(WorkBatch.class);

    private final Turns turns;
    private final AskForBatch ask;

    WorkBatch(Turns turns, AskForBatch ask) {
        this.turns = turns;
        this.ask = ask;
    }

    /** @return false when there was nothing to do */
    boolean next() {
        var chunk = turns.take();
        chunk.ifPresent(this::work);
        return chunk.isPresent();
    }

    /** Whatever goes wrong on the way to the commit, the recipients have no outcome and are tried again. */
    void work(Chunk chunk) {
        try {
            switch (ask.ruling(chunk)) {
                case Ruling.Go go -> turns.invite(chunk, go.check());
                case Ruling.Stop stop -> turns.stop(chunk, stop.rest());
                case Ruling.Later later -> turns.postpone(chunk);
            }
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Batch %s stumbles at recipient %d", chunk.batchId(), chunk.end());
            turns.fail(chunk);
        }
    }
}
