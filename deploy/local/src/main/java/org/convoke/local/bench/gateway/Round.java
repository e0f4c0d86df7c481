package org.convoke.local.bench.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.convoke.local.demo.Unexpected;

/** Events told to a room, so many at a time, each counted until every one of its listeners has heard it. */
final class Round implements Ear {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Room room;
    private final int first;
    private final BitSet[] heard;
    private final int[] listeners;
    private final long[] told;
    private final long[] complete;
    private final Semaphore free;
    private final int outstanding;
    private volatile long frames;
    private volatile String sample = "";

    /** @param first the number of the first event; the others follow */
    Round(Room room, int first, int events, int outstanding) {
        this.room = room;
        this.first = first;
        this.heard = new BitSet[events];
        for (int i = 0; i < events; i++) {
            heard[i] = new BitSet(room.members());
        }
        this.listeners = new int[events];
        this.told = new long[events];
        this.complete = new long[events];
        this.outstanding = Math.min(outstanding, events);
        this.free = new Semaphore(this.outstanding);
    }

    /** Tells each as soon as it may, and returns when all have been heard. */
    void run(Voice voice) {
        for (int i = 0; i < heard.length; i++) {
            await(1);
            told[i] = System.nanoTime();
            voice.tell(room, first + i);
        }
        await(outstanding);
    }

    private void await(int permits) {
        try {
            if (!free.tryAcquire(permits, PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Unexpected(
                        "an event to " + room.members() + " members reached only " + fewest() + " of them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    private int fewest() {
        int fewest = room.members();
        for (int i = 0; i < told.length && told[i] != 0; i++) {
            fewest = Math.min(fewest, listeners[i]);
        }
        return fewest;
    }

    @Override
    public void heard(int listener, int event, ByteBuf frame) {
        int index = event - first;
        if (index < 0 || index >= heard.length) {
            return;
        }
        if (sample.isEmpty()) {
            sample = frame.toString(UTF_8);
        }
        frames = frames + 1;
        if (!heard[index].get(listener)) {
            heard[index].set(listener);
            if (++listeners[index] == room.members()) {
                complete[index] = System.nanoTime();
                free.release();
            }
        }
    }

    /** All that came, those included that were drawn from an event for a second frame. */
    long frames() {
        return frames;
    }

    /** The first frame that came. */
    String sample() {
        return sample;
    }

    /** For each event, from the telling until its last listener had it. */
    List<Long> nanos() {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < told.length; i++) {
            nanos.add(complete[i] - told[i]);
        }
        return nanos;
    }
}
