package org.convoke.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    static List<DomainEvent> events() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void aFactIsReadAsItWasWritten(DomainEvent event) throws Unreadable {
        Fact<DomainEvent> fact = fact(event);
        assertThat(CloudEvents.read(kafka(CloudEvents.headers(fact), CloudEvents.data(fact))))
                .hasValue(fact);
    }

    @Test
    void theAttributesAreThoseOfCloudEventsInBinaryMode() {
        Fact<DomainEvent> fact = fact(Examples.all().getFirst());
        assertThat(CloudEvents.headers(fact))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", fact.id().toString())
                .containsEntry("ce_type", "org.convoke.GroupCreated.v1")
                .containsEntry("ce_source", "/groups-service")
                .containsEntry("ce_subject", "some-id")
                .containsEntry("ce_time", "2026-02-03T04:05:06Z")
                .containsEntry("ce_seq", "7")
                .containsEntry("content-type", "application/json")
                .containsEntry("traceparent", TRACE);
    }

    @Test
    void aTombstoneHasAnEnvelopeAndNoEvent() throws Unreadable {
        Fact<DomainEvent> fact = fact(null);
        assertThat(CloudEvents.data(fact)).isNull();
        assertThat(CloudEvents.read(kafka(CloudEvents.headers(fact), null))).hasValue(fact);
    }

    @Test
    void anUnknownTypeIsNoFactAndNoError() throws Unreadable {
        Map<String, String> headers = CloudEvents.headers(fact(Examples.all().getFirst()));
        headers.put("ce_type", "org.convoke.GroupFramed.v1");
        assertThat(CloudEvents.read(kafka(headers, "{}".getBytes(UTF_8)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_seq"})
    void aRecordThatLacksAnAttributeIsUnreadable(String name) {
        Fact<DomainEvent> fact = fact(Examples.all().getFirst());
        Map<String, String> headers = CloudEvents.headers(fact);
        headers.remove(name);
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> CloudEvents.read(kafka(headers, CloudEvents.data(fact))))
                .withMessageContaining(name);
    }

    @Test
    void malformedAttributesAndDataAreUnreadable() {
        Fact<DomainEvent> fact = fact(Examples.all().getFirst());
        for (Map.Entry<String, String> bad :
                Map.of("ce_id", "x", "ce_seq", "x", "ce_time", "x").entrySet()) {
            Map<String, String> headers = CloudEvents.headers(fact);
            headers.put(bad.getKey(), bad.getValue());
            assertThatExceptionOfType(Unreadable.class)
                    .as(bad.getKey())
                    .isThrownBy(() -> CloudEvents.read(kafka(headers, CloudEvents.data(fact))));
        }
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> CloudEvents.read(kafka(CloudEvents.headers(fact), "{".getBytes(UTF_8))));
    }

    private static Fact<DomainEvent> fact(DomainEvent event) {
        return new Fact<>(
                UUID.fromString("01890a5d-ac96-7000-8000-000000000001"),
                "/groups-service",
                "some-id",
                7,
                Instant.parse("2026-02-03T04:05:06Z"),
                TRACE,
                event);
    }

    private static ConsumerRecord<String, byte[]> kafka(Map<String, String> headers, byte[] value) {
        ConsumerRecord<String, byte[]> kafka = new ConsumerRecord<>("convoke.groups", 0, 0, "some-id", value);
        headers.forEach((name, text) -> kafka.headers().add(name, text.getBytes(UTF_8)));
        return kafka;
    }
}
