package org.convoke.groups.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import jakarta.validation.constraints.Future;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of something, to the microsecond, as the database keeps it. In a request a field of this type is null when it
 * was not written, and an {@code Until} of null when null was written.
 */
@JsonDeserialize(using = Until.Reader.class)
public record Until(@Future @Nullable Instant instant) {

    static final class Reader extends StdDeserializer<Until> {

        private static final long serialVersionUID = 1L;
        private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

        Reader() {
            super(Until.class);
        }

        @Override
        public Until deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Until) context.handleUnexpectedToken(Until.class, parser);
            }
            Instant instant = context.readValue(parser, Instant.class);
            if (instant.isAfter(END)) {
                return (Until) context.handleWeirdStringValue(Until.class, instant.toString(), "beyond the year 9999");
            }
            return new Until(instant.truncatedTo(ChronoUnit.MICROS));
        }

        @Override
        public Until getNullValue(DeserializationContext context) {
            return new Until(null);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
