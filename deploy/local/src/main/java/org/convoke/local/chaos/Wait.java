package org.convoke.local.chaos;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.convoke.local.demo.Unexpected;

/** Waits for what will come. */
final class Wait {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    private Wait() {}

    /** @throws Unexpected when it has not come after a minute */
    static void until(String what, BooleanSupplier come) {
        if (!atMost(LONG, come)) {
            throw new Unexpected("not so after %d s: %s".formatted(LONG.toSeconds(), what));
        }
    }

    /** @return whether it came in time */
    static boolean atMost(Duration time, BooleanSupplier come) {
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
            if (come.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return come.getAsBoolean();
    }

    /** Lets time pass in which others do something. */
    static void pass(Duration time) {
        atMost(time, () -> false);
    }
}
