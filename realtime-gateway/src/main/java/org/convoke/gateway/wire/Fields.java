package org.convoke.gateway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads fields of what a client says. Those that are not asked for are passed over. */
public final class Fields {

    private final JsonNode data;

    public Fields(JsonNode data) {
        this.data = data;
    }

    public String text(String name) throws Malformed {
        return optionalText(name).orElseThrow(() -> new Malformed(name + " is missing"));
    }

    public Optional<String> optionalText(String name) throws Malformed {
        Optional<JsonNode> value = optional(name);
        if (value.isPresent() && !value.get().isTextual()) {
            throw new Malformed(name + " is no text");
        }
        return value.map(JsonNode::textValue);
    }

    public Optional<String> optionalText(String name, int longest) throws Malformed {
        Optional<String> value = optionalText(name);
        if (value.filter(text -> text.isEmpty() || text.length() > longest).isPresent()) {
            throw new Malformed(name + " has 1 to " + longest + " characters");
        }
        return value;
    }

    /** The one of that name. */
    public <E extends Enum<E>> Optional<E> optionalOneOf(String name, Class<E> type) throws Malformed {
        Optional<JsonNode> value = optional(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(value.get().textValue())) {
                return Optional.of(each);
            }
        }
        throw new Malformed(name + " is one of " + String.join(", ", names(type)));
    }

    private static <E extends Enum<E>> Iterable<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** Empty where there are none. */
    public Map<String, String> texts(String name) throws Malformed {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, JsonNode> each : data.path(name).properties()) {
            if (!each.getValue().isTextual()) {
                throw new Malformed(name + "." + each.getKey() + " is no text");
            }
            texts.put(each.getKey(), each.getValue().textValue());
        }
        return texts;
    }

    public Optional<JsonNode> optional(String name) {
        JsonNode value = data.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }
}
