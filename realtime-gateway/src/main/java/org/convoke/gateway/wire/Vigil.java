package org.convoke.gateway.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.convoke.gateway.session.Farewell;
import org.jspecify.annotations.Nullable;

/** Watches one connection's time: signing in, signs of life, and the end of its token. */
final class Vigil {

    private static final Duration NOTICE = Duration.ofSeconds(60);

    private final Patience patience;
    private final Clock clock;
    private final Instant opened;
    private Instant heard;
    private @Nullable Instant asked;
    private @Nullable Instant expiresAt;
    private boolean noticed;

    Vigil(Patience patience, Clock clock) {
        this.patience = patience;
        this.clock = clock;
        this.opened = clock.instant();
        this.heard = opened;
    }

    /** How long to wait for signing in, in silence, and for the answer to a ping. */
    record Patience(Duration signIn, Duration silence, Duration answer) {}

    /** What there is to be done now. */
    sealed interface Sight {
        record Fine() implements Sight {}

        /** To be asked for a sign of life. */
        record Silent() implements Sight {}

        record Expiring(Instant end) implements Sight {}

        record Over(Farewell farewell) implements Sight {}
    }

    void signOfLife() {
        heard = clock.instant();
        asked = null;
    }

    void signedIn(Instant until) {
        expiresAt = until;
        noticed = false;
    }

    Instant expiresAt() {
        if (expiresAt == null) {
            throw new IllegalStateException("Nobody has signed in");
        }
        return expiresAt;
    }

    Sight look() {
        Instant now = clock.instant();
        if (expiresAt == null) {
            return now.isBefore(opened.plus(patience.signIn()))
                    ? new Sight.Fine()
                    : new Sight.Over(Farewell.AUTH_FAILED);
        }
        if (!now.isBefore(expiresAt)) {
            return new Sight.Over(Farewell.TOKEN_EXPIRED);
        }
        if (asked != null && now.isAfter(asked.plus(patience.answer()))) {
            return new Sight.Over(Farewell.NO_PONG);
        }
        if (asked == null && now.isAfter(heard.plus(patience.silence()))) {
            asked = now;
            return new Sight.Silent();
        }
        if (!noticed && now.isAfter(expiresAt.minus(NOTICE))) {
            noticed = true;
            return new Sight.Expiring(expiresAt);
        }
        return new Sight.Fine();
    }
}
