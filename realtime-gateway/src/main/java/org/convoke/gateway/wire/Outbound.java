package org.convoke.gateway.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a connection. Frames leave in order, one write at a time, and those that come meanwhile share the
 * next: the system call is the cost of a delivery. What waits is bounded; whoever offers never waits.
 */
public final class Outbound {

    /** Of one write, in bytes: what is copied for a client that does not read is not shared with others. */
    private static final int SHARED_WRITE = 32 * 1024;

    private final Carrier carrier;
    private final int maxFrames;
    private final long maxBytes;
    private final Queue<Frame> waiting = new ArrayDeque<>();
    private final List<Runnable> whenDrained = new ArrayList<>();
    private int frames;
    private long bytes;
    private boolean writing;
    private @Nullable Runnable end;

    /**
     * @param maxFrames that wait or are under way
     * @param maxBytes that wait or are under way
     */
    public Outbound(Carrier carrier, int maxFrames, long maxBytes) {
        this.carrier = carrier;
        this.maxFrames = maxFrames;
        this.maxBytes = maxBytes;
    }

    /** @return false when too much waits already; the frame is dropped */
    public synchronized boolean offer(Frame frame) {
        if (end != null) {
            return true;
        }
        if (!hasRoom(1, frame.length())) {
            return false;
        }
        add(frame);
        return true;
    }

    /** @return false when too much waits already; all of them are dropped */
    public synchronized boolean offer(List<? extends Frame> together) {
        if (end != null) {
            return true;
        }
        if (!hasRoom(together.size(), together.stream().mapToLong(Frame::length).sum())) {
            return false;
        }
        together.forEach(this::add);
        return true;
    }

    private boolean hasRoom(int moreFrames, long moreBytes) {
        return frames + moreFrames <= maxFrames && bytes + moreBytes <= maxBytes;
    }

    private void add(Frame frame) {
        waiting.add(frame);
        frames++;
        bytes += frame.length();
        writeSoon();
    }

    /** Frames that wait. */
    public synchronized int size() {
        return waiting.size();
    }

    /** Runs {@code next} once all that was offered before is written; never, if the connection ends before. */
    public synchronized void whenDrained(Runnable next) {
        if (writing) {
            whenDrained.add(next);
        } else {
            next.run();
        }
    }

    /** Drops all that is not under way. */
    public synchronized void forget() {
        waiting.forEach(this::gone);
        waiting.clear();
    }

    /** Says the last word behind what waits, the refusals before it above all, and then ends the connection. */
    public synchronized void close(Frame lastWord, Runnable theEnd) {
        if (end == null) {
            end = theEnd;
            whenDrained.clear();
            add(lastWord);
        }
    }

    /** Ends the connection behind what waits, without a word. */
    public synchronized void close(Runnable theEnd) {
        if (end == null) {
            end = theEnd;
            whenDrained.clear();
            if (!writing) {
                writing = true;
                carrier.run(theEnd);
            }
        }
    }

    /** Ends a connection that did not even take the last word. */
    public void cut() {
        carrier.cut();
    }

    private void writeSoon() {
        if (!writing) {
            writing = true;
            carrier.run(this::write);
        }
    }

    private void write() {
        List<Frame> next = next();
        carrier.write(next, () -> written(next));
    }

    private synchronized List<Frame> next() {
        List<Frame> next = new ArrayList<>();
        int size = 0;
        while (!waiting.isEmpty() && (next.isEmpty() || size + waiting.element().length() <= SHARED_WRITE)) {
            size += waiting.element().length();
            next.add(waiting.remove());
        }
        return next;
    }

    private synchronized void written(List<Frame> written) {
        written.forEach(this::gone);
        writing = false;
        if (!waiting.isEmpty()) {
            writeSoon();
        } else if (end != null) {
            writing = true;
            end.run();
        } else {
            List<Runnable> next = List.copyOf(whenDrained);
            whenDrained.clear();
            next.forEach(Runnable::run);
        }
    }

    private void gone(Frame frame) {
        frames--;
        bytes -= frame.length();
    }
}
