package org.convoke.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;

/** What events bring about comes soon, not at once. */
public final class Settled {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Settled() {}

    /** Returns as soon as the check passes; fails as it does when it does not in time. */
    public static void soon(ThrowingRunnable check) {
        await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(check);
    }
}
