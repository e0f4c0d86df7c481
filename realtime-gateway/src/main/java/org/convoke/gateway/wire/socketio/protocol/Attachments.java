package org.convoke.gateway.wire.socketio.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Binary values travel behind the text of their packet, which has {@code {"_placeholder":true,"num":n}} in their places. */
final class Attachments {

    private static final String PLACEHOLDER = "_placeholder";
    private static final String NUMBER = "num";

    private Attachments() {}

    /** Puts the values into their places. */
    static JsonNode attach(JsonNode payload, List<byte[]> values) throws BadPacket {
        if (payload.path(PLACEHOLDER).isBoolean() && payload.path(PLACEHOLDER).booleanValue()) {
            JsonNode number = payload.path(NUMBER);
            if (!number.isInt() || number.intValue() < 0 || number.intValue() >= values.size()) {
                throw new BadPacket("a placeholder of no attachment");
            }
            return BinaryNode.valueOf(values.get(number.intValue()));
        }
        if (payload instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, attach(array.get(i), values));
            }
        } else if (payload instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                field.setValue(attach(field.getValue(), values));
            }
        }
        return payload;
    }

    /** The payload with placeholders; the values are added to {@code into}, in the order of the text. */
    static JsonNode detach(JsonNode payload, List<byte[]> into) {
        if (payload instanceof BinaryNode binary) {
            into.add(binary.binaryValue());
            return Json.NODES.objectNode().put(PLACEHOLDER, true).put(NUMBER, into.size() - 1);
        }
        if (payload instanceof ArrayNode array) {
            List<JsonNode> detached = new ArrayList<>(array.size());
            array.forEach(each -> detached.add(detach(each, into)));
            return Json.NODES.arrayNode().addAll(detached);
        }
        if (payload instanceof ObjectNode object) {
            ObjectNode detached = Json.NODES.objectNode();
            object.properties().forEach(field -> detached.set(field.getKey(), detach(field.getValue(), into)));
            return detached;
        }
        return payload;
    }
}
