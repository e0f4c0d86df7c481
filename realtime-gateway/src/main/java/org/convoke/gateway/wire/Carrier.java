package org.convoke.gateway.wire;

import java.util.List;

/** What frames leave on: one write at a time. */
public interface Carrier {

    /** Runs it on the carrier's own thread as soon as something can be written. */
    void run(Runnable task);

    /**
     * Writes the frames in one go; within a task that it runs.
     *
     * @param written is run when they have left; never, if they could not
     */
    void write(List<Frame> frames, Runnable written);

    /** Ends it, whatever waits. */
    void cut();
}
