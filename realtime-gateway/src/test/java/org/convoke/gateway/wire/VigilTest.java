package org.convoke.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.convoke.gateway.session.Farewell;
import org.junit.jupiter.api.Test;

class VigilTest {

    private final SetClock clock = new SetClock();
    private final Vigil vigil = new Vigil(
            new Vigil.Patience(Duration.ofSeconds(10), Duration.ofSeconds(25), Duration.ofSeconds(10)), clock);

    @Test
    void nobodySignsInInTime() {
        clock.pass(Duration.ofSeconds(9));
        assertThat(vigil.look()).isInstanceOf(Vigil.Sight.Fine.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(vigil.look()).isEqualTo(new Vigil.Sight.Over(Farewell.AUTH_FAILED));
    }

    @Test
    void aSilentClientIsAskedOnceAndThenGivenUp() {
        signedInFor(Duration.ofHours(1));
        clock.pass(Duration.ofSeconds(26));
        assertThat(vigil.look()).isInstanceOf(Vigil.Sight.Silent.class);
        assertThat(vigil.look()).isInstanceOf(Vigil.Sight.Fine.class);
        clock.pass(Duration.ofSeconds(11));
        assertThat(vigil.look()).isEqualTo(new Vigil.Sight.Over(Farewell.NO_PONG));
    }

    @Test
    void anyFrameIsASignOfLife() {
        signedInFor(Duration.ofHours(1));
        clock.pass(Duration.ofSeconds(26));
        assertThat(vigil.look()).isInstanceOf(Vigil.Sight.Silent.class);
        vigil.signOfLife();
        clock.pass(Duration.ofSeconds(20));
        assertThat(vigil.look()).isInstanceOf(Vigil.Sight.Fine.class);
    }

    @Test
    void theEndOfATokenIsAnnouncedOnceAMinuteBefore() {
        signedInFor(Duration.ofSeconds(70));
        assertThat(vigil.look()).isInstanceOf(Vigil.Sight.Fine.class);
        clock.pass(Duration.ofSeconds(11));
        assertThat(vigil.look()).isInstanceOf(Vigil.Sight.Expiring.class);
        assertThat(vigil.look()).isInstanceOf(Vigil.Sight.Fine.class);
        vigil.signOfLife();
        clock.pass(Duration.ofSeconds(59));
        assertThat(vigil.look()).isEqualTo(new Vigil.Sight.Over(Farewell.TOKEN_EXPIRED));
    }

    @Test
    void aFreshTokenIsAnnouncedAnew() {
        signedInFor(Duration.ofSeconds(30));
        assertThat(vigil.look()).isInstanceOf(Vigil.Sight.Expiring.class);
        signedInFor(Duration.ofSeconds(50));
        assertThat(vigil.look()).isInstanceOf(Vigil.Sight.Expiring.class);
    }

    private void signedInFor(Duration life) {
        vigil.signedIn(clock.instant().plus(life));
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-02-03T04:05:06Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
