package org.convoke.gateway.wire.gw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.convoke.gateway.presence.Choice;
import org.convoke.gateway.wire.gw.FrameReader.Malformed;

/** Reads what a client says of presence. */
final class PresenceFrames {

    private static final int LONGEST_ID = 256;

    private PresenceFrames() {}

    static ClientFrame.Presence read(long id, JsonNode data) throws Malformed {
        ClientFrame.Presence frame = new ClientFrame.Presence(set(id, data.path("set")), watch(id, data.path("watch")));
        if (frame.set().isEmpty() && frame.watch().isEmpty()) {
            throw new Malformed(id, "d.set or d.watch is missing");
        }
        return frame;
    }

    private static Optional<Choice> set(long id, JsonNode value) throws Malformed {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Choice.values())
                .filter(choice -> choice.name().equals(value.textValue()))
                .findFirst()
                .orElseThrow(() -> new Malformed(id, "d.set is one of ONLINE, AWAY, BUSY, INVISIBLE")));
    }

    private static Optional<Set<String>> watch(long id, JsonNode value) throws Malformed {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            throw new Malformed(id, "d.watch is no list");
        }
        Set<String> people = new LinkedHashSet<>();
        for (JsonNode person : value) {
            if (!person.isTextual()
                    || person.textValue().isEmpty()
                    || person.textValue().length() > LONGEST_ID) {
                throw new Malformed(id, "d.watch has ids of 1 to " + LONGEST_ID + " characters");
            }
            people.add(person.textValue());
        }
        return Optional.of(people);
    }
}
