package org.convoke.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Facts as Kafka records in CloudEvents 1.0 binary content mode: attributes in {@code ce_} headers, data as JSON.
 * {@code ce_seq} is our extension attribute.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class CloudEvents {

    private static final String TOMBSTONE = "org.convoke.Tombstone.v1";

    private CloudEvents() {}

    /** The record headers of a fact, in a fixed order. */
    public static Map<String, String> headers(Fact<?> fact) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", fact.id().toString());
        headers.put("ce_type", type(fact));
        headers.put("ce_source", fact.source());
        headers.put("ce_subject", fact.subject());
        headers.put("ce_time", fact.time().toString());
        headers.put("ce_seq", Long.toString(fact.seq()));
        headers.put("content-type", "application/json");
        if (fact.traceparent() != null) {
            headers.put("traceparent", fact.traceparent());
        }
        return headers;
    }

    public static String type(Fact<?> fact) {
        DomainEvent event = fact.event();
        return event == null ? TOMBSTONE : EventType.of(event.getClass());
    }

    /** The record value of a fact; null for a tombstone. */
    public static byte @Nullable [] data(Fact<?> fact) {
        DomainEvent event = fact.event();
        return event == null ? null : EventJson.write(event);
    }

    /**
     * Reads a record.
     *
     * @return empty for an event type that this version does not know: the reader goes on
     * @throws Unreadable when headers or data are not those of an event
     */
    public static Optional<Fact<?>> read(ConsumerRecord<String, byte[]> kafka) throws Unreadable {
        Headers headers = kafka.headers();
        String name = required(headers, "ce_type");
        if (kafka.value() == null) {
            return Optional.of(envelope(headers, null));
        }
        Optional<Class<? extends DomainEvent>> type = EventType.named(name);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(envelope(headers, EventJson.read(kafka.value(), type.get())));
    }

    private static Fact<?> envelope(Headers headers, @Nullable DomainEvent event) throws Unreadable {
        try {
            return new Fact<>(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_source"),
                    required(headers, "ce_subject"),
                    Long.parseLong(required(headers, "ce_seq")),
                    Instant.parse(required(headers, "ce_time")),
                    header(headers, "traceparent"),
                    event);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable("A malformed CloudEvents attribute: " + e.getMessage(), e);
        }
    }

    private static String required(Headers headers, String name) throws Unreadable {
        String value = header(headers, name);
        if (value == null) {
            throw new Unreadable("The header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
