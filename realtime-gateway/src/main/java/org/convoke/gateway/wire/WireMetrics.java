package org.convoke.gateway.wire;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.function.ToIntFunction;

/** What an operator sees of the connections of a wire. */
@ApplicationScoped
public class WireMetrics {

    /** RFC 6455, section 7.4: what endpoints say themselves; those from 4000 on are ours. */
    private static final int FIRST_CODE = 1000;

    private static final int LAST_CODE = 1015;
    private static final int FIRST_OF_OURS = 4000;
    private static final int LAST_OF_OURS = 4299;

    private final MeterRegistry meters;

    WireMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Measures when it is asked.
     *
     * @param connections that are open at the time
     * @param queued the frames that wait for one of them
     */
    public <C> void watch(String wire, Collection<C> connections, ToIntFunction<C> queued) {
        Gauge.builder("convoke.gateway.connections", connections, Collection::size)
                .description("Open connections, signed in or not")
                .tag("wire", wire)
                .register(meters);
        Gauge.builder(
                        "convoke.gateway.queue.frames",
                        connections,
                        all -> all.stream().mapToInt(queued).sum())
                .description("Frames that wait for slow clients")
                .tag("wire", wire)
                .register(meters);
        Gauge.builder(
                        "convoke.gateway.queue.longest",
                        connections,
                        all -> all.stream().mapToInt(queued).max().orElse(0))
                .description("Frames that wait for the slowest client")
                .tag("wire", wire)
                .register(meters);
    }

    /** A client can choose its code: what neither the RFC nor we know is counted as other. */
    public void closed(String wire, int code) {
        boolean known = code >= FIRST_CODE && code <= LAST_CODE || code >= FIRST_OF_OURS && code <= LAST_OF_OURS;
        Counter.builder("convoke.gateway.closes")
                .description("Ended connections, by close code")
                .tag("wire", wire)
                .tag("code", known ? Integer.toString(code) : "other")
                .register(meters)
                .increment();
    }
}
