package org.convoke.invitations.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How batches are worked. One whose worker was killed goes on after lease + poll at most. */
@ConfigMapping(prefix = "convoke.batches")
public interface BatchConfig {

    /** How many recipients are invited in one transaction. */
    @WithDefault("100")
    int chunk();

    /** How many batches one instance works side by side, each with one connection of the pool. */
    @WithDefault("4")
    int workers();

    /** How long a worker has its chunk for itself; must exceed the slowest answer of groups-service. */
    @WithDefault("10s")
    Duration lease();

    /** How often an instance looks for batches that no other has taken. */
    @WithDefault("1s")
    Duration poll();

    /** How often a chunk may fail before its recipients are tried one by one. */
    @WithDefault("5")
    int tries();

    /** How long after its first failure a chunk is tried again; twice as long after each further one. */
    @WithDefault("250ms")
    Duration backoff();

    /** The longest of these pauses. */
    @WithDefault("10s")
    Duration longestBackoff();

    /** @param failures how many there have been in a row, this one included */
    default Duration pause(int failures) {
        Duration pause = backoff().multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longestBackoff()) < 0 ? pause : longestBackoff();
    }
}
