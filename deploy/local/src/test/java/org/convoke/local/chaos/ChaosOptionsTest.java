package org.convoke.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.convoke.parts.PartFailed;
import org.junit.jupiter.api.Test;

class ChaosOptionsTest {

    @Test
    void secondsAndSeedCanBeGiven() {
        assertThat(ChaosOptions.of(List.of("--seed", "7", "--seconds", "900")))
                .isEqualTo(new ChaosOptions(Duration.ofMinutes(15), 7));
        assertThat(ChaosOptions.of(List.of()).time()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whatIsNoOptionIsRefused() {
        assertThatThrownBy(() -> ChaosOptions.of(List.of("--minutes", "3")))
                .isInstanceOf(PartFailed.class)
                .hasMessage("chaos has no option --minutes");
        assertThatThrownBy(() -> ChaosOptions.of(List.of("--seed", "x"))).hasMessage("--seed takes a number");
        assertThatThrownBy(() -> ChaosOptions.of(List.of("--seed"))).hasMessage("--seed takes a number");
    }
}
