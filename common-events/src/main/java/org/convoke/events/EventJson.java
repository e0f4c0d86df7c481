package org.convoke.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** The JSON of event data: ISO instants, and fields that a reader does not know are passed over. */
final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    static byte[] write(DomainEvent event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An event that has no JSON: " + event, e);
        }
    }

    static <E extends DomainEvent> E read(byte[] json, Class<E> type) throws Unreadable {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new Unreadable("Not the JSON of " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
