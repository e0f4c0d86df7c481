package org.convoke.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.convoke.parts.Part;
import org.convoke.parts.PartFailed;

/** Starts a part again whenever its process ends, more and more patiently, until the stack ends. */
final class Revival {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Progress progress;
    private final BooleanSupplier over;

    Revival(Progress progress, BooleanSupplier over) {
        this.progress = progress;
        this.over = over;
    }

    /** From now on, in the background. */
    void watch(Part part) {
        Thread.ofVirtual().name("watch-" + part.name()).start(() -> {
            while (!over.getAsBoolean()) {
                part.ended().join();
                if (!over.getAsBoolean()) {
                    progress.died(part);
                    revive(part);
                }
            }
            part.close();
        });
    }

    private void revive(Part part) {
        for (Duration pause = FIRST; !over.getAsBoolean(); pause = longer(pause)) {
            try {
                part.launch();
                return;
            } catch (PartFailed e) {
                if (!over.getAsBoolean()) {
                    progress.stillDown(part, e, pause);
                }
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
