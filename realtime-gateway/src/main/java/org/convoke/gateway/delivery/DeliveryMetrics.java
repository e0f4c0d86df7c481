package org.convoke.gateway.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What an operator sees of the way from Kafka to the streams. */
@ApplicationScoped
public class DeliveryMetrics {

    /** Buckets in which latencies are counted, from a quick answer to an outage. */
    public static final Duration[] LATENCIES = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final Timer appends;
    private final Counter entries;
    private final Counter rollbacks;

    DeliveryMetrics(MeterRegistry meters) {
        this.appends = Timer.builder("convoke.gateway.append")
                .description("From asking Redis to append a batch until it answers")
                .serviceLevelObjectives(LATENCIES)
                .register(meters);
        this.entries = Counter.builder("convoke.gateway.records")
                .description("Kafka records applied to the streams")
                .register(meters);
        this.rollbacks = Counter.builder("convoke.gateway.watermark.rollbacks")
                .description("Partitions replayed because Redis had lost the tail of a shard")
                .register(meters);
    }

    <T> Future<T> appending(Future<T> answer) {
        long start = System.nanoTime();
        return answer.onComplete(done -> appends.record(System.nanoTime() - start, TimeUnit.NANOSECONDS));
    }

    void applied(int records) {
        entries.increment(records);
    }

    void rolledBack(int partitions) {
        rollbacks.increment(partitions);
    }
}
