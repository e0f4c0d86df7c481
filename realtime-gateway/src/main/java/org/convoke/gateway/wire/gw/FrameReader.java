package org.convoke.gateway.wire.gw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.convoke.gateway.live.Activity;

/** Reads the JSON of client frames. Fields that it does not know are passed over. */
@ApplicationScoped
class FrameReader {

    private static final int MAX_DEVICE = 128;

    private final ObjectMapper json;

    FrameReader(ObjectMapper json) {
        this.json = json;
    }

    /** A frame that is none; {@code id} is the client's where it could be read. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final long id;

        Malformed(long id, String reason) {
            super(reason);
            this.id = id;
        }

        long id() {
            return id;
        }
    }

    ClientFrame.Numbered read(String text) throws Malformed {
        JsonNode frame = parse(text);
        long id = frame.path("id").asLong(0);
        JsonNode data = frame.path("d");
        return new ClientFrame.Numbered(
                id,
                switch (frame.path("t").asText()) {
                    case "auth" -> auth(id, data);
                    case "refresh" -> new ClientFrame.Refresh(required(id, data, "token"));
                    case "ack" -> new ClientFrame.Ack(required(id, data, "cur"));
                    case "sub" -> new ClientFrame.Sub(required(id, data, "ch"), optional(id, data, "cursor"));
                    case "unsub" -> new ClientFrame.Unsub(required(id, data, "ch"));
                    case "live" -> new ClientFrame.Live(required(id, data, "g"), kind(id, required(id, data, "kind")));
                    case "presence" -> PresenceFrames.read(id, data);
                    case "ping" -> new ClientFrame.Ping();
                    case "pong" -> new ClientFrame.Pong();
                    default -> throw new Malformed(id, "unknown type of frame");
                });
    }

    private JsonNode parse(String text) throws Malformed {
        try {
            JsonNode frame = json.readTree(text);
            if (frame == null || !frame.isObject()) {
                throw new Malformed(0, "not a JSON object");
            }
            return frame;
        } catch (JsonProcessingException e) {
            throw new Malformed(0, "not JSON");
        }
    }

    private static ClientFrame.Auth auth(long id, JsonNode data) throws Malformed {
        Map<String, String> channels = new HashMap<>();
        for (Map.Entry<String, JsonNode> each : data.path("channels").properties()) {
            if (!each.getValue().isTextual()) {
                throw new Malformed(id, "channels." + each.getKey() + " is no cursor");
            }
            channels.put(each.getKey(), each.getValue().textValue());
        }
        String device = optional(id, data, "device").orElse(null);
        if (device != null && (device.isEmpty() || device.length() > MAX_DEVICE)) {
            throw new Malformed(id, "device has 1 to " + MAX_DEVICE + " characters");
        }
        return new ClientFrame.Auth(required(id, data, "token"), device, optional(id, data, "cursor"), channels);
    }

    private static Activity.Kind kind(long id, String name) throws Malformed {
        return Arrays.stream(Activity.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed(id, "d.kind is one of VIEWING, TYPING, IDLE"));
    }

    private static String required(long id, JsonNode data, String field) throws Malformed {
        return optional(id, data, field).orElseThrow(() -> new Malformed(id, "d." + field + " is missing"));
    }

    private static Optional<String> optional(long id, JsonNode data, String field) throws Malformed {
        JsonNode value = data.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new Malformed(id, "d." + field + " is no text");
        }
        return Optional.of(value.textValue());
    }
}
