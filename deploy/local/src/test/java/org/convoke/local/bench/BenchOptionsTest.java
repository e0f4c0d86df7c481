package org.convoke.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.convoke.parts.PartFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {

    @Test
    void withoutOptionsThirtyTwoClientsAskForTenSeconds() {
        assertThat(BenchOptions.of(List.of()))
                .isEqualTo(new BenchOptions(32, Duration.ofSeconds(10), Duration.ofSeconds(30)));
    }

    @Test
    void eachOptionIsRead() {
        assertThat(BenchOptions.of(List.of("--seconds", "3", "--clients", "8", "--warm-up", "1")))
                .isEqualTo(new BenchOptions(8, Duration.ofSeconds(3), Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--clients", "--clients 0", "--clients many", "--seconds 257", "--seconds -1", "--fast 1", "8"})
    void whatIsNoOptionIsSaid(String arguments) {
        assertThatExceptionOfType(PartFailed.class)
                .isThrownBy(() -> BenchOptions.of(List.of(arguments.split(" "))))
                .withMessageContaining(arguments.split(" ")[0]);
    }
}
