package org.convoke.gateway.wire.socketio.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;

/** What the two sides say to each other, with its binary attachments in their places. */
sealed interface Packet {

    String namespace();

    /** Asks for a namespace, or lets somebody in. */
    record Connect(String namespace, ObjectNode data) implements Packet {}

    record Disconnect(String namespace) implements Packet {}

    /** @param id the sender's, where it waits for an acknowledgement */
    record Event(String namespace, OptionalLong id, String name, List<JsonNode> arguments) implements Packet {}

    record Ack(String namespace, long id, List<JsonNode> arguments) implements Packet {}

    /** Refuses a namespace. */
    record ConnectError(String namespace, JsonNode data) implements Packet {}
}
