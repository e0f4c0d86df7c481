package org.convoke.local.bench.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.convoke.local.bench.CpuTime;
import org.convoke.local.bench.CpuTime.Reading;

/**
 * One of the two servers that are measured in the same way.
 *
 * @param part the process whose processor time and memory count
 */
record Side(String part, Sockets sockets, Voice voice, CpuTime cpu) {

    /** Numbers of events, none of which is told twice. */
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    /** What is drawn from events comes a second later. */
    private static final Duration ECHO = Duration.ofMillis(1_200);

    static int numbers(int count) {
        return NEXT.getAndAdd(count);
    }

    /** Has the events told, and hears them. */
    Round tell(Room room, int events, int outstanding) {
        Round round = new Round(room, numbers(events), events, outstanding);
        sockets.tell(round);
        round.run(voice);
        return round;
    }

    /** The same, measured from when nothing else was going on. */
    Spread spread(Room room, int events, int outstanding) {
        cpu.settle();
        Reading before = cpu.read();
        Round round = tell(room, events, outstanding);
        LockSupport.parkNanos(ECHO.toNanos());
        return new Spread(round.frames(), cpu.read().since(before), round.nanos());
    }
}
