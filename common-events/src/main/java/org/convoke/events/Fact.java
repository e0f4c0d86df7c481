package org.convoke.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A domain event with its envelope.
 *
 * @param id unique for ever; a repeat of it is the same fact again
 * @param source the service that tells it, such as {@code /groups-service}
 * @param subject the aggregate's id, which is also the Kafka key
 * @param seq the aggregate's own number of this event: 1, 2, 3, … without a gap; 0 where nothing numbers it
 * @param traceparent W3C trace context of the request that caused it
 * @param event null says that the subject is gone (a tombstone on a compacted topic)
 */
public record Fact<E extends DomainEvent>(
        UUID id,
        String source,
        String subject,
        long seq,
        Instant time,
        @Nullable String traceparent,
        @Nullable E event) {}
