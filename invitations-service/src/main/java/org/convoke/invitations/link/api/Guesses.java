package org.convoke.invitations.link.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.function.Function;
import org.convoke.doors.Problem;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.link.LinkCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Nobody guesses codes: whoever missed {@code convoke.limits.link-misses-per-minute} of them, as one instance counts,
 * uses no link, known or not, until a miss is hers again.
 */
@ApplicationScoped
class Guesses {

    private static final int MOST = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int misses;
    /** A bucket that nobody took from for a minute is full, as a new one is. */
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(MINUTE.plusSeconds(1))
            .build();

    /** @param misses 0 is no limit */
    Guesses(@ConfigProperty(name = "convoke.limits.link-misses-per-minute", defaultValue = "10") int misses) {
        this.misses = misses;
    }

    /**
     * @throws Refused as the call, and NOT_FOUND for what cannot be a code
     * @throws WebApplicationException 429
     */
    <T> T guess(String userId, String code, Function<LinkCode, T> call) {
        if (misses == 0) {
            return once(code, call);
        }
        Bucket bucket = buckets.get(userId, anybody -> full());
        mustHaveMisses(bucket);
        try {
            return once(code, call);
        } catch (Refused refused) {
            // Of those who guess at the same time only as many learn anything as may miss.
            if (refused.refusal() == Refusal.NOT_FOUND && !bucket.tryConsume(1)) {
                mustHaveMisses(bucket);
            }
            throw refused;
        }
    }

    private static <T> T once(String code, Function<LinkCode, T> call) {
        return LinkCode.read(code).map(call).orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    private static void mustHaveMisses(Bucket bucket) {
        Duration wait = Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        if (wait.isPositive()) {
            throw new WebApplicationException(
                    Problem.of(429, "rate-limited", "Too many unknown codes. Wait as long as Retry-After says.")
                            .response(wait));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(misses).refillGreedy(misses, MINUTE))
                .build();
    }
}
