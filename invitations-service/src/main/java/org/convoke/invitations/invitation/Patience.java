package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;

/** Lets a decision wait for the end of an accept or a redemption under way, holding neither a transaction nor a connection meanwhile. */
@ApplicationScoped
public class Patience {

    private static final long SHORTEST_MS = 10;
    private static final long LONGEST_MS = 100;

    private final ClaimConfig times;

    Patience(ClaimConfig times) {
        this.times = times;
    }

    /** @throws Refused ACCEPT_UNDER_WAY when the accept under way has not ended in time */
    public <T> T await(Supplier<T> attempt) {
        long end = System.nanoTime() + times.patience().toNanos();
        for (long pause = SHORTEST_MS; ; pause = Math.min(2 * pause, LONGEST_MS)) {
            try {
                return attempt.get();
            } catch (Refused refused) {
                if (refused.refusal() != Refusal.ACCEPT_UNDER_WAY || System.nanoTime() - end >= 0) {
                    throw refused;
                }
            }
            sleep(pause);
        }
    }

    private static void sleep(long atMost) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(atMost / 2, atMost) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refusal.ACCEPT_UNDER_WAY);
        }
    }
}
