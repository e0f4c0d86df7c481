package org.convoke.gateway.wire.gw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.gateway.wire.Command;
import org.convoke.gateway.wire.CommandReader;
import org.convoke.gateway.wire.Malformed;

/** Reads the JSON of client frames. Fields that it does not know are passed over. */
@ApplicationScoped
class FrameReader {

    private final ObjectMapper json;

    FrameReader(ObjectMapper json) {
        this.json = json;
    }

    /** A frame that is none; {@code id} is the client's where it could be read. */
    static final class BadFrame extends Exception {
        private static final long serialVersionUID = 1L;
        private final long id;

        BadFrame(long id, String reason) {
            super(reason);
            this.id = id;
        }

        long id() {
            return id;
        }
    }

    ClientFrame.Numbered read(String text) throws BadFrame {
        JsonNode frame = parse(text);
        long id = frame.path("id").asLong(0);
        try {
            return new ClientFrame.Numbered(id, read(frame.path("t").asText(), frame.path("d")));
        } catch (Malformed e) {
            throw new BadFrame(id, e.reason());
        }
    }

    private static ClientFrame read(String type, JsonNode data) throws Malformed {
        return switch (type) {
            case "auth" -> new ClientFrame.Auth(CommandReader.credentials(data));
            case "refresh" -> ask(CommandReader.refresh(data));
            case "ack" -> ask(CommandReader.acknowledgement(data));
            case "sub" -> ask(CommandReader.subscription(data));
            case "unsub" -> ask(CommandReader.unsubscription(data));
            case "live" -> ask(CommandReader.activity(data));
            case "presence" -> ask(CommandReader.presence(data));
            case "ping" -> new ClientFrame.Ping();
            case "pong" -> new ClientFrame.Pong();
            default -> throw new Malformed("unknown type of frame");
        };
    }

    private static ClientFrame ask(Command command) {
        return new ClientFrame.Ask(command);
    }

    private JsonNode parse(String text) throws BadFrame {
        try {
            JsonNode frame = json.readTree(text);
            if (frame == null || !frame.isObject()) {
                throw new BadFrame(0, "not a JSON object");
            }
            return frame;
        } catch (JsonProcessingException e) {
            throw new BadFrame(0, "not JSON");
        }
    }
}
