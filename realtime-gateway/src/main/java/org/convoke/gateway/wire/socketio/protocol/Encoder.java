package org.convoke.gateway.wire.socketio.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.convoke.gateway.wire.socketio.engine.EngineMessage;

/** Writes packets: a text, then the attachments. */
final class Encoder {

    private static final OptionalLong NO_ID = OptionalLong.empty();

    private Encoder() {}

    static List<EngineMessage> encode(Packet packet) {
        return switch (packet) {
            case Packet.Connect(String namespace, var data) ->
                text(PacketType.CONNECT, namespace, data.isEmpty() ? "" : Json.write(data));
            case Packet.Disconnect(String namespace) -> text(PacketType.DISCONNECT, namespace, "");
            case Packet.ConnectError(String namespace, JsonNode data) ->
                text(PacketType.CONNECT_ERROR, namespace, Json.write(data));
            case Packet.Event(String namespace, OptionalLong id, String name, List<JsonNode> arguments) ->
                encode(PacketType.EVENT, PacketType.BINARY_EVENT, namespace, id, payload(name, arguments));
            case Packet.Ack(String namespace, long id, List<JsonNode> arguments) ->
                encode(
                        PacketType.ACK,
                        PacketType.BINARY_ACK,
                        namespace,
                        OptionalLong.of(id),
                        Json.NODES.arrayNode().addAll(arguments));
        };
    }

    private static ArrayNode payload(String name, List<JsonNode> arguments) {
        return Json.NODES.arrayNode().add(name).addAll(arguments);
    }

    private static List<EngineMessage> text(PacketType type, String namespace, String payload) {
        return List.of(EngineMessage.of(new Header(type, 0, namespace, NO_ID, payload).write()));
    }

    private static List<EngineMessage> encode(
            PacketType plain, PacketType withAttachments, String namespace, OptionalLong id, ArrayNode payload) {
        List<byte[]> attachments = new ArrayList<>();
        String text = Json.write(Attachments.detach(payload, attachments));
        PacketType type = attachments.isEmpty() ? plain : withAttachments;
        List<EngineMessage> messages = new ArrayList<>();
        messages.add(EngineMessage.of(new Header(type, attachments.size(), namespace, id, text).write()));
        attachments.forEach(each -> messages.add(EngineMessage.of(each)));
        return messages;
    }
}
