package org.convoke.gateway.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code asyncapi-socketio.yaml} says; its schemas are those of {@code asyncapi.yaml}, as strictly read. */
public final class SocketIoDocument {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V7);
    private static final String OTHER = "./asyncapi.yaml#";
    private static final String OTHER_SCHEMA = OTHER + "/components/schemas/";
    private static final String OWN_SCHEMA = "#/components/schemas/";

    private final JsonNode other;
    private final JsonNode document;
    private final ObjectNode definitions;

    private SocketIoDocument(JsonNode other, JsonNode document) {
        this.other = other;
        this.document = document;
        this.definitions = other.path("components").path("schemas").deepCopy();
        definitions.setAll((ObjectNode) document.path("components").path("schemas"));
    }

    public static SocketIoDocument read() {
        return new SocketIoDocument(read("asyncapi.yaml"), read("asyncapi-socketio.yaml"));
    }

    private static JsonNode read(String file) {
        try {
            return YAML.readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param arguments the list of those that an event carries */
    record Message(String key, String name, List<JsonNode> arguments, JsonNode schema) {}

    List<Message> messages() {
        return StreamSupport.stream(
                        document.path("components")
                                .path("messages")
                                .properties()
                                .spliterator(),
                        false)
                .map(each -> new Message(
                        each.getKey(),
                        each.getValue().path("name").asText(),
                        stream(each.getValue().path("examples"))
                                .map(example -> example.path("payload"))
                                .toList(),
                        each.getValue().path("payload")))
                .toList();
    }

    List<Message> messages(String action) {
        Set<String> keys = new HashSet<>();
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").asText().equals(action)) {
                stream(operation.path("messages")).forEach(each -> keys.add(last(each)));
            }
        }
        return messages().stream().filter(each -> keys.contains(each.key())).toList();
    }

    List<String> violations(Message message, JsonNode arguments) {
        ObjectNode schema = (ObjectNode) closed(message.schema());
        schema.set("definitions", closed(definitions));
        return SCHEMAS.getSchema(schema).validate(arguments).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** What is wrong with an event of the gateway; empty where nothing is. */
    public List<String> violations(String name, ArrayNode arguments) {
        return messages("send").stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> violations(each, arguments))
                .orElse(List.of(name + " is not described"));
    }

    /** With what it refers to in the other document, and no field that is not named. */
    private JsonNode closed(JsonNode node) {
        String reference = node.path("$ref").asText();
        if (reference.startsWith(OTHER_SCHEMA) || reference.startsWith(OWN_SCHEMA)) {
            return YAML.createObjectNode().put("$ref", "#/definitions/" + last(node));
        }
        if (reference.startsWith(OTHER)) {
            return closed(other.at(reference.substring(OTHER.length())));
        }
        if (node instanceof ArrayNode array) {
            ArrayNode closed = YAML.createArrayNode();
            array.forEach(each -> closed.add(closed(each)));
            return closed;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode closed = YAML.createObjectNode();
            object.properties().forEach(field -> closed.set(field.getKey(), closed(field.getValue())));
            if (object.path("type").asText().equals("object") && !object.has("additionalProperties")) {
                closed.put("additionalProperties", false);
            }
            return closed;
        }
        return node;
    }

    private static String last(JsonNode reference) {
        String to = reference.path("$ref").asText();
        return to.substring(to.lastIndexOf('/') + 1);
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
