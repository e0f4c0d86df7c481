package org.convoke.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    @Test
    void aPercentileIsTheNearestRank() {
        List<Long> millis = new ArrayList<>(
                LongStream.rangeClosed(1, 200).map(i -> i * 1_000_000).boxed().toList());
        Collections.shuffle(millis);
        Latencies latencies = Latencies.of(millis, TWO_SECONDS);
        assertThat(latencies.millis(50)).isEqualTo(100);
        assertThat(latencies.millis(99)).isEqualTo(198);
        assertThat(latencies.millis(100)).isEqualTo(200);
        assertThat(latencies.millis(0)).isEqualTo(1);
        assertThat(latencies.perSecond()).isEqualTo(100);
    }

    @Test
    void ofOneAnswerEveryPercentileIsThatOne() {
        Latencies one = Latencies.of(List.of(3_000_000L), TWO_SECONDS);
        assertThat(one.millis(50)).isEqualTo(one.millis(99)).isEqualTo(3);
    }

    @Test
    void ofNoAnswersThereAreNone() {
        Latencies none = Latencies.of(List.of(), TWO_SECONDS);
        assertThat(none.millis(99)).isZero();
        assertThat(none.perSecond()).isZero();
    }
}
