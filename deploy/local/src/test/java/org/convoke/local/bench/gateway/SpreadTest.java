package org.convoke.local.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void roundsAreAddedUp() {
        Spread first = new Spread(20_000, Map.of("a", Duration.ofMillis(300)), List.of(1_000_000L));
        Spread second = new Spread(30_000, Map.of("a", Duration.ofMillis(200)), List.of(3_000_000L, 5_000_000L));
        Spread both = Spread.NONE.and(first).and(second);
        assertThat(both.cpuSeconds("a")).isEqualTo(1);
        assertThat(both.cpuSeconds("b")).isZero();
        assertThat(both.millis()).isEqualTo(3);
    }

    @Test
    void ofNothingNothingIsUsed() {
        assertThat(Spread.NONE.cpuSeconds("a")).isZero();
        assertThat(Spread.NONE.millis()).isZero();
    }
}
