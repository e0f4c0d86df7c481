package org.convoke.ledger;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock of a service: UTC, in the microseconds that PostgreSQL keeps. */
final class UtcClock {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private UtcClock() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
