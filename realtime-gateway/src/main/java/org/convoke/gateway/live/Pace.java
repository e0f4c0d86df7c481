package org.convoke.gateway.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** One for each key in a while. Keeps only those of the last while. */
final class Pace<K> {

    private final Duration pause;
    private final Clock clock;
    /** The oldest first. */
    private final Map<K, Instant> last = new LinkedHashMap<>();

    Pace(Duration pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /** @return how long the key has to wait; zero for one that goes ahead */
    synchronized Duration take(K key) {
        Instant now = clock.instant();
        Iterator<Instant> oldest = last.values().iterator();
        while (oldest.hasNext() && !oldest.next().plus(pause).isAfter(now)) {
            oldest.remove();
        }
        Instant before = last.putIfAbsent(key, now);
        return before == null ? Duration.ZERO : Duration.between(now, before.plus(pause));
    }

    synchronized int size() {
        return last.size();
    }
}
