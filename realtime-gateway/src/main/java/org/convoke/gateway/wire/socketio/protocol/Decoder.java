package org.convoke.gateway.wire.socketio.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.convoke.gateway.wire.Utf8;
import org.jspecify.annotations.Nullable;

/** Reads what one client sends; a packet with attachments is whole when the last of them has come. */
final class Decoder {

    /** What both sides emit themselves, when something has happened to their connection. */
    static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    private static final int MOST_ATTACHMENTS = 10;

    private final int maxBytes;
    private final List<byte[]> attachments = new ArrayList<>();
    private @Nullable Unfinished unfinished;
    private long bytes;

    /** @param maxBytes of a packet's text, and of all its attachments */
    Decoder(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A packet without its attachments. */
    private record Unfinished(Header header, ArrayNode payload) {}

    Optional<Packet> take(String text) throws BadPacket {
        if (unfinished != null) {
            throw new BadPacket("text where an attachment is to come");
        }
        if (Utf8.isLonger(text, maxBytes)) {
            throw new BadPacket("a packet that is too large");
        }
        Header header = Header.read(text);
        if (header.attachments() > MOST_ATTACHMENTS) {
            throw new BadPacket("at most " + MOST_ATTACHMENTS + " attachments");
        }
        if (!header.type().hasAttachments()) {
            return Optional.of(plain(header));
        }
        unfinished = new Unfinished(header, array(header));
        return header.attachments() == 0 ? Optional.of(finished()) : Optional.empty();
    }

    Optional<Packet> take(byte[] attachment) throws BadPacket {
        if (unfinished == null) {
            throw new BadPacket("an attachment of nothing");
        }
        attachments.add(attachment);
        bytes += attachment.length;
        if (bytes > maxBytes) {
            throw new BadPacket("attachments that are too large");
        }
        return attachments.size() < unfinished.header().attachments() ? Optional.empty() : Optional.of(finished());
    }

    private Packet finished() throws BadPacket {
        Unfinished whole = Objects.requireNonNull(unfinished);
        Attachments.attach(whole.payload(), attachments);
        attachments.clear();
        bytes = 0;
        unfinished = null;
        return withPayload(whole.header(), whole.payload());
    }

    private static Packet plain(Header header) throws BadPacket {
        return switch (header.type()) {
            case CONNECT -> new Packet.Connect(withoutId(header).namespace(), object(header));
            case DISCONNECT -> disconnect(header);
            case EVENT, BINARY_EVENT, ACK, BINARY_ACK -> withPayload(header, array(header));
            case CONNECT_ERROR -> throw new BadPacket("a refusal from a client");
        };
    }

    private static Packet withPayload(Header header, ArrayNode payload) throws BadPacket {
        List<JsonNode> values = new ArrayList<>(payload.size());
        payload.forEach(values::add);
        boolean event = header.type() == PacketType.EVENT || header.type() == PacketType.BINARY_EVENT;
        return event ? event(header, values) : new Packet.Ack(header.namespace(), id(header), values);
    }

    private static Packet disconnect(Header header) throws BadPacket {
        if (!header.payload().isEmpty()) {
            throw new BadPacket("a goodbye with a payload");
        }
        return new Packet.Disconnect(withoutId(header).namespace());
    }

    private static Packet event(Header header, List<JsonNode> payload) throws BadPacket {
        if (payload.isEmpty() || !payload.getFirst().isTextual()) {
            throw new BadPacket("an event without a name");
        }
        String name = payload.getFirst().textValue();
        if (RESERVED.contains(name)) {
            throw new BadPacket("an event with a reserved name");
        }
        return new Packet.Event(header.namespace(), header.id(), name, payload.subList(1, payload.size()));
    }

    private static ArrayNode array(Header header) throws BadPacket {
        if (!(Json.read(header.payload()) instanceof ArrayNode payload)) {
            throw new BadPacket("a payload that is no list");
        }
        return payload;
    }

    private static ObjectNode object(Header header) throws BadPacket {
        if (header.payload().isEmpty()) {
            return Json.NODES.objectNode();
        }
        if (!(Json.read(header.payload()) instanceof ObjectNode payload)) {
            throw new BadPacket("credentials that are no object");
        }
        return payload;
    }

    private static long id(Header header) throws BadPacket {
        return header.id().orElseThrow(() -> new BadPacket("an acknowledgement of nothing"));
    }

    private static Header withoutId(Header header) throws BadPacket {
        if (header.id().isPresent()) {
            throw new BadPacket("an id where there is nothing to acknowledge");
        }
        return header;
    }
}
