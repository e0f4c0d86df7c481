package org.convoke.local.bench.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final Room TWO = Room.of("two", 2);

    private final ByteBuf frame = Unpooled.copiedBuffer("frame", UTF_8);

    @Test
    void theNextEventIsToldWhenBothHaveHeardTheOneBefore() {
        Round round = new Round(TWO, 10, 3, 1);
        round.run((room, event) -> {
            round.heard(0, event, frame);
            round.heard(1, event, frame);
        });
        assertThat(round.frames()).isEqualTo(6);
        assertThat(round.nanos()).hasSize(3).allMatch(nanos -> nanos > 0);
        assertThat(round.sample()).isEqualTo("frame");
    }

    @Test
    void soManyAreUnderWayAtMost() {
        Round round = new Round(TWO, 1, 6, 3);
        Queue<Integer> underWay = new ArrayDeque<>();
        round.run((room, event) -> {
            underWay.add(event);
            assertThat(underWay.size()).isLessThanOrEqualTo(3);
            while (underWay.size() == 3 || event == 6 && !underWay.isEmpty()) {
                int done = underWay.remove();
                round.heard(0, done, frame);
                round.heard(1, done, frame);
            }
        });
        assertThat(round.frames()).isEqualTo(12);
    }

    @Test
    void aListenerWhoHearsTwiceStandsForNobodyElse() {
        Round round = new Round(TWO, 1, 1, 1);
        round.run((room, event) -> Thread.startVirtualThread(() -> {
            round.heard(0, event, frame);
            round.heard(0, event, frame);
            assertThat(round.nanos().getFirst()).isNegative();
            round.heard(1, event, frame);
        }));
        assertThat(round.nanos().getFirst()).isPositive();
        assertThat(round.frames()).isEqualTo(3);
    }

    @Test
    void whatAnotherRoundToldDoesNotCount() {
        Round round = new Round(TWO, 5, 1, 1);
        round.heard(0, 4, frame);
        round.heard(0, 6, frame);
        assertThat(round.frames()).isZero();
    }
}
