package org.convoke.doors.rest;

import io.github.bucket4j.TimeMeter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.convoke.doors.Caller;
import org.convoke.doors.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Nobody asks one instance more often than {@code convoke.limits.requests-per-second}, beyond a burst: 429 before the
 * body is read. Counted once it is known who calls; services are not counted.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RequestLimit implements ContainerRequestFilter {

    private final Caller caller;
    private final @Nullable RequestBuckets buckets;

    /**
     * @param perSecond 0 is no limit
     * @param burst at least 1
     */
    public RequestLimit(
            Caller caller,
            @ConfigProperty(name = "convoke.limits.requests-per-second", defaultValue = "20") int perSecond,
            @ConfigProperty(name = "convoke.limits.request-burst", defaultValue = "60") int burst) {
        this.caller = caller;
        this.buckets =
                perSecond == 0 ? null : new RequestBuckets(perSecond, Math.max(1, burst), TimeMeter.SYSTEM_NANOTIME);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (buckets == null || caller.isAnonymous() || caller.isService()) {
            return;
        }
        Duration wait = buckets.take(caller.id());
        if (wait.isPositive()) {
            request.abortWith(Problem.of(429, "rate-limited", "You ask too often. Wait as long as Retry-After says.")
                    .response(wait));
        }
    }
}
