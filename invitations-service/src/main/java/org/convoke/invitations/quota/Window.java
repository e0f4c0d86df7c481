package org.convoke.invitations.quota;

import java.time.Duration;
import java.time.Instant;

/**
 * So many within any such time.
 *
 * @param limit 0 means any number
 */
record Window(int limit, Duration length) {

    static Window ofHour(int limit) {
        return new Window(limit, Duration.ofHours(1));
    }

    static Window ofDay(int limit) {
        return new Window(limit, Duration.ofDays(1));
    }

    boolean isLimited() {
        return limit > 0;
    }

    Instant beginning(Instant now) {
        return now.minus(length);
    }
}
