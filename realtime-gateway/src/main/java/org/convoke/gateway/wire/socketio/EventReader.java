package org.convoke.gateway.wire.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.convoke.gateway.wire.Command;
import org.convoke.gateway.wire.CommandReader;
import org.convoke.gateway.wire.Malformed;
import org.convoke.gateway.wire.socketio.protocol.Event;

/** Reads what clients emit: a command with one object, the same as the data of a frame of gw.v1. */
final class EventReader {

    private EventReader() {}

    static Command read(Event event) throws Malformed {
        JsonNode data = event.arguments().isEmpty()
                ? MissingNode.getInstance()
                : event.arguments().getFirst();
        return switch (event.name()) {
            case "refresh" -> CommandReader.refresh(data);
            case "ack" -> acknowledgement(CommandReader.acknowledgement(data));
            case "sub" -> CommandReader.subscription(data);
            case "unsub" -> CommandReader.unsubscription(data);
            case "live" -> CommandReader.activity(data);
            case "presence" -> CommandReader.presence(data);
            default -> throw new Malformed("no such event is heard here");
        };
    }

    /** The client knows its inbox's position from the offset that came with an event. */
    private static Command acknowledgement(Command.Ack ack) {
        return Offset.parse(ack.cursor())
                .map(offset -> new Command.Ack(offset.inbox().toString()))
                .orElse(ack);
    }
}
