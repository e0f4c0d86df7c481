package org.convoke.gateway.wire;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.session.Farewell;

/** Whether this pod is going away: nobody comes in any more, and those who are here are sent to others, not all at once. */
@ApplicationScoped
public class Departure {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(30);

    private final int perSecond;
    private final Duration longest;
    private volatile boolean begun;
    private volatile Duration spread = LEAST;

    Departure(GatewayConfig config) {
        this.perSecond = config.handshakesPerSecond();
        this.longest = config.drain();
    }

    public boolean hasBegun() {
        return begun;
    }

    /** @param connections that have to come in elsewhere, where another pod takes only so many a second */
    public void begin(int connections) {
        Duration needed = perSecond == 0 ? LEAST : Duration.ofSeconds(connections / perSecond);
        spread = needed.compareTo(LEAST) < 0 ? LEAST : needed.compareTo(MOST) > 0 ? MOST : needed;
        begun = true;
    }

    /** How long the pod may wait for its clients to go. */
    public Duration longest() {
        return longest;
    }

    public Farewell farewell() {
        return Farewell.drain(Duration.ofMillis(ThreadLocalRandom.current().nextLong(spread.toMillis())));
    }
}
