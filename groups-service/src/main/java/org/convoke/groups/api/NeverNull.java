package org.convoke.groups.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a field of a record that may be left out, but is not null where it is written. */
public final class NeverNull extends JsonDeserializer<Object> implements ContextualDeserializer {

    private final @Nullable BeanProperty field;
    private final @Nullable JsonDeserializer<Object> reader;

    public NeverNull() {
        this(null, null);
    }

    private NeverNull(@Nullable BeanProperty field, @Nullable JsonDeserializer<Object> reader) {
        this.field = field;
        this.reader = reader;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
            throws JsonMappingException {
        return new NeverNull(property, context.findContextualValueDeserializer(property.getType(), property));
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (reader == null) {
            throw new IllegalStateException("Only for fields");
        }
        return reader.deserialize(parser, context);
    }

    @Override
    public Object getNullValue(DeserializationContext context) throws JsonMappingException {
        if (field == null) {
            throw new IllegalStateException("Only for fields");
        }
        throw InvalidNullException.from(context, field.getFullName(), field.getType());
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
