package org.convoke.gateway.wire;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast one client may speak: a burst, refilled at a steady rate. What comes faster is dropped and counted as a debt;
 * a client that owes a whole burst is not listening to reason.
 */
public final class FrameRate {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final int perSecond;
    private final int burst;
    private final LongSupplier nanoTime;
    private double left;
    private long at;
    private boolean warned;
    private boolean over;

    /** @param perSecond 0 for as fast as it likes */
    public FrameRate(int perSecond, int burst, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.left = burst;
        this.at = nanoTime.getAsLong();
    }

    /** What becomes of a frame. */
    public sealed interface Verdict {
        record Taken() implements Verdict {}

        /** Dropped; the first since the last that was taken: the client is told when the next is. */
        record Warned(Duration after) implements Verdict {}

        record Dropped() implements Verdict {}

        /** The first that is too much: the connection ends, all that comes later is {@link Dropped}. */
        record Over() implements Verdict {}
    }

    public Verdict next() {
        if (perSecond == 0) {
            return new Verdict.Taken();
        }
        if (over) {
            return new Verdict.Dropped();
        }
        long now = nanoTime.getAsLong();
        left = Math.min(burst, left + (now - at) * perSecond / SECOND) - 1;
        at = now;
        if (left >= 0) {
            warned = false;
            return new Verdict.Taken();
        }
        if (left < -burst) {
            over = true;
            return new Verdict.Over();
        }
        return warned ? new Verdict.Dropped() : warn();
    }

    private Verdict warn() {
        warned = true;
        // A frame that comes by then finds one of its own.
        return new Verdict.Warned(Duration.ofNanos((long) Math.ceil((1 - left) * SECOND / perSecond)));
    }
}
