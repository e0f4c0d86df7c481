package org.convoke.doors.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.convoke.doors.PlainText;

/** Strings of JSON strings only, without lone surrogates, in NFC. */
final class WellFormedText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    WellFormedText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        return wellFormed(parser.getText(), parser);
    }

    private static String wellFormed(String text, JsonParser parser) throws JsonParseException {
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new JsonParseException(parser, "a lone surrogate");
        }
        return PlainText.normal(text);
    }

    static final class Key extends KeyDeserializer {
        @Override
        public String deserializeKey(String key, DeserializationContext context) throws IOException {
            return wellFormed(key, context.getParser());
        }
    }
}
