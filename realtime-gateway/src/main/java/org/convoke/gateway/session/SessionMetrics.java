package org.convoke.gateway.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.convoke.gateway.delivery.DeliveryMetrics;
import org.convoke.gateway.stream.StreamEntry;
import org.jboss.logging.Logger;

/** What an operator sees of the way from the streams to the clients; counted once an event, not once a session. */
@ApplicationScoped
class SessionMetrics {

    private static final Logger LOG = Logger.getLogger(SessionMetrics.class);

    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, AtomicInteger> sessions = new ConcurrentHashMap<>();
    private final Counter live;
    private final Counter replayed;
    private final Timer age;
    private final Timer wakeups;

    SessionMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.live = deliveries("live");
        this.replayed = deliveries("replay");
        this.age = timer("convoke.gateway.event.age", "From what happened until its event is handed to the sessions");
        this.wakeups = timer("convoke.gateway.wakeup", "From a wake-up of this pod to itself until it is heard");
    }

    private Counter deliveries(String kind) {
        return Counter.builder("convoke.gateway.deliveries")
                .description("Events handed to sessions")
                .tag("kind", kind)
                .register(meters);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(DeliveryMetrics.LATENCIES)
                .register(meters);
    }

    void opened(Session session, Resume inbox) {
        sessions.computeIfAbsent(session.sink().wire(), this::gauge).incrementAndGet();
        String outcome = switch (inbox) {
            case Resume.None none -> "none";
            case Resume.Replay replay -> "replay";
            case Resume.Reset(String reason) -> "reset_" + reason;
        };
        Counter.builder("convoke.gateway.resumes")
                .description("Sign-ins, by how their inbox goes on")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    private AtomicInteger gauge(String wire) {
        AtomicInteger open = new AtomicInteger();
        Gauge.builder("convoke.gateway.sessions", open, AtomicInteger::get)
                .description("Signed-in sessions")
                .tag("wire", wire)
                .register(meters);
        return open;
    }

    void closed(Session session) {
        if (session.isOpen()) {
            sessions.get(session.sink().wire()).decrementAndGet();
        }
    }

    void delivered(StreamEntry entry, int sessions) {
        if (sessions > 0) {
            live.increment(sessions);
            observeAge(entry.event().time());
        }
    }

    void replayed(int entries) {
        replayed.increment(entries);
    }

    private void observeAge(String time) {
        try {
            age.record(Duration.between(Instant.parse(time), clock.instant()));
        } catch (DateTimeException e) {
            LOG.debugf("An event without a time: %s", time);
        }
    }

    void echoed(long nanos) {
        wakeups.record(nanos, TimeUnit.NANOSECONDS);
    }
}
