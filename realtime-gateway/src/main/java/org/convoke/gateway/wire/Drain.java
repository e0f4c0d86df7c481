package org.convoke.gateway.wire;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends everybody to another pod, in batches. On SIGTERM this comes before the HTTP server closes, which would cut all
 * sockets; Kafka's consumer group is left long after.
 */
@ApplicationScoped
class Drain {

    private static final int BATCH = 200;
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(50);

    private final List<Wire> wires;
    private final Departure departure;

    Drain(@All List<Wire> wires, Departure departure) {
        this.wires = wires;
        this.departure = departure;
    }

    void drain(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
        departure.begin(
                wires.stream().map(Wire::guests).mapToInt(Collection::size).sum());
        long end = System.nanoTime() + departure.longest().toNanos();
        Iterator<? extends Wire.Guest> leaving = wires.stream()
                .flatMap(wire -> List.copyOf(wire.guests()).stream())
                .iterator();
        while (leaving.hasNext() && System.nanoTime() < end) {
            for (int i = 0; i < BATCH && leaving.hasNext(); i++) {
                leaving.next().sendAway(departure);
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_BATCHES.toMillis());
        }
        while (isSomebodyHere() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_BATCHES.toMillis());
        }
    }

    private boolean isSomebodyHere() {
        return wires.stream().anyMatch(wire -> !wire.guests().isEmpty());
    }
}
