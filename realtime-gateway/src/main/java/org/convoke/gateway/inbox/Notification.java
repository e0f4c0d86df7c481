package org.convoke.gateway.inbox;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event of the inbox that asks for attention. {@code cursor} is its position in the stream of the inbox. */
public record Notification(
        UUID id,
        String event,
        String cursor,

        @JsonRawValue @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class)
        String payload,

        boolean seen,
        boolean read,
        @Schema(format = "date-time") String occurredAt) {}
