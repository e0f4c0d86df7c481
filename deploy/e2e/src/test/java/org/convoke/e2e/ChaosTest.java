package org.convoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.convoke.local.chaos.Chaos;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code ./convoke chaos} does at length, in a minute, with two gateways and a Redis of its own beside the stack. */
@ExtendWith(Running.class)
@Order(1)
class ChaosTest {

    @Test
    void nothingIsLostWhateverBreaks() {
        long seed = Long.getLong("chaos.seed", ThreadLocalRandom.current().nextInt(1_000_000));
        System.out.println("-Dchaos.seed=" + seed);
        assertThat(Chaos.inShort(Running.settings(), seed, System.out)).isEmpty();
    }
}
