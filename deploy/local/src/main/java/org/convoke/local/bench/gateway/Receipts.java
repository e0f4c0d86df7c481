package org.convoke.local.bench.gateway;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.convoke.local.bench.Latencies;

/** Which of the things that were sent have been received, and how long after they were due. */
final class Receipts implements Ear {

    private final int first;
    private final AtomicLongArray due;
    private final AtomicLongArray received;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile String lastRefusal = "";

    Receipts(int first, int most) {
        this.first = first;
        this.due = new AtomicLongArray(most);
        this.received = new AtomicLongArray(most);
    }

    @Override
    public void heard(int listener, int event, ByteBuf frame) {
        int index = event - first;
        if (index >= 0 && index < received.length()) {
            received.compareAndSet(index, 0, System.nanoTime());
        }
    }

    /** The server has taken it, so that it has to be received. */
    void accepted(int event, long at) {
        due.set(event - first, at);
        accepted.incrementAndGet();
    }

    void refused(String why) {
        refused.incrementAndGet();
        lastRefusal = why;
    }

    /** Empty when there was none. */
    String lastRefusal() {
        return lastRefusal;
    }

    int accepted() {
        return accepted.get();
    }

    int refusals() {
        return refused.get();
    }

    int missing() {
        int missing = 0;
        for (int i = 0; i < due.length(); i++) {
            if (due.get(i) != 0 && received.get(i) == 0) {
                missing++;
            }
        }
        return missing;
    }

    /** Of all that were received. */
    Latencies latencies(Duration elapsed) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < due.length(); i++) {
            if (due.get(i) != 0 && received.get(i) != 0) {
                nanos.add(received.get(i) - due.get(i));
            }
        }
        return Latencies.of(nanos, elapsed);
    }
}
