package org.convoke.gateway.protocol;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code asyncapi.yaml} says of gw.v1. Stricter than a client: a field that it does not name is a violation. */
final class ProtocolDocument {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V7);
    private static final SchemaValidatorsConfig FORMATS_TOO =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final List<Message> messages = new ArrayList<>();

    private ProtocolDocument(JsonNode document) {
        this.document = document;
        close(document.path("components"));
        JsonNode components = document.path("components");
        components
                .path("messages")
                .properties()
                .forEach(each -> messages.add(message(each.getKey(), each.getValue(), components)));
    }

    /** @param name the type of the frame, or of an {@code evt} the name of the event */
    record Message(String key, String name, List<JsonNode> examples, JsonSchema schema) {

        List<String> violations(JsonNode frame) {
            return schema.validate(frame).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        }

        boolean isEvent() {
            return name.contains(":");
        }
    }

    static ProtocolDocument read() {
        try {
            return new ProtocolDocument(new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("asyncapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Message> messages() {
        return messages;
    }

    /** The frames of clients. */
    List<Message> received() {
        Set<String> keys = keys("receive", "messages");
        return messages.stream().filter(each -> keys.contains(each.key())).toList();
    }

    /** The frames of the gateway. */
    List<Message> sent() {
        Set<String> keys = keys("send", "messages");
        keys.addAll(keys("receive", "reply"));
        return messages.stream().filter(each -> keys.contains(each.key())).toList();
    }

    /** What may answer a client's frame; empty for one that is not answered. */
    List<Message> answers(Message request) {
        Set<String> keys = stream(document.path("operations"))
                .filter(each -> keys(each.path("messages")).contains(request.key()))
                .flatMap(each -> keys(each.path("reply").path("messages")).stream())
                .collect(toSet());
        return messages.stream().filter(each -> keys.contains(each.key())).toList();
    }

    /** What is wrong with a frame of the gateway; empty where nothing is. */
    List<String> violations(JsonNode frame) {
        String name = nameOf(frame);
        List<Message> candidates =
                sent().stream().filter(each -> each.name().equals(name)).toList();
        if (candidates.isEmpty()) {
            return List.of(name + " is not described");
        }
        List<List<String>> found =
                candidates.stream().map(each -> each.violations(frame)).toList();
        return found.stream().anyMatch(List::isEmpty) ? List.of() : found.getFirst();
    }

    /** The values that a schema of codes lists. */
    Set<Integer> codes(String schema) {
        return stream(document.path("components").path("schemas").path(schema).path("oneOf"))
                .map(each -> each.path("const").asInt())
                .collect(toSet());
    }

    static String nameOf(JsonNode frame) {
        String type = frame.path("t").asText();
        return type.equals("evt") ? frame.path("d").path("n").asText() : type;
    }

    private static Message message(String key, JsonNode message, JsonNode components) {
        ObjectNode schema = message.path("payload").deepCopy();
        schema.set("definitions", components.path("schemas"));
        return new Message(
                key,
                message.path("name").asText(),
                stream(message.path("examples"))
                        .map(each -> each.path("payload"))
                        .toList(),
                SCHEMAS.getSchema(schema, FORMATS_TOO));
    }

    private Set<String> keys(String action, String field) {
        Set<String> keys = new HashSet<>();
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").asText().equals(action)) {
                JsonNode found = operation.path(field);
                keys.addAll(keys(found.isObject() ? found.path("messages") : found));
            }
        }
        return keys;
    }

    private static Set<String> keys(JsonNode references) {
        return stream(references)
                .map(each -> each.path("$ref").asText())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .collect(toSet());
    }

    /** An object has the fields that are named, unless it says otherwise; references are to where a validator looks. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode reference && reference.has("$ref")) {
            reference.put("$ref", reference.path("$ref").asText().replace("#/components/schemas/", "#/definitions/"));
        }
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ProtocolDocument::close);
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
