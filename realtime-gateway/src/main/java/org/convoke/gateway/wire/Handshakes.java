package org.convoke.gateway.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.convoke.gateway.GatewayConfig;

/** How many may come in at a time. Whoever is turned away is told to come when those before her have had their turn. */
@ApplicationScoped
public class Handshakes {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_WAIT = 30;

    private final int perSecond;
    private final LongSupplier nanoTime;
    private double free;
    /** Those who were told to wait and have not had their turn. */
    private double waiting;

    private long at;

    @Inject
    Handshakes(GatewayConfig config) {
        this(config.handshakesPerSecond(), System::nanoTime);
    }

    Handshakes(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.free = perSecond;
        this.at = nanoTime.getAsLong();
    }

    /** @return the seconds to wait, 0 to come in */
    public synchronized long take() {
        if (perSecond == 0) {
            return 0;
        }
        long now = nanoTime.getAsLong();
        double grown = (now - at) * perSecond / SECOND;
        at = now;
        free = Math.min(perSecond, free + grown);
        waiting = Math.max(0, waiting - grown);
        if (free >= 1) {
            free--;
            return 0;
        }
        waiting++;
        return Math.min(LONGEST_WAIT, 1 + (long) (waiting / perSecond));
    }
}
