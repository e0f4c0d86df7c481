package org.convoke.gateway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convoke.gateway.live.Activity;
import org.convoke.gateway.presence.Choice;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamName;

/** Reads what clients of all wires ask for, which is the same JSON on each. */
public final class CommandReader {

    private static final int LONGEST_DEVICE = 128;
    private static final int LONGEST_ID = 256;

    private CommandReader() {}

    public static Credentials credentials(JsonNode data) throws Malformed {
        Fields fields = new Fields(data);
        Map<StreamName, Cursor> channels = channels(fields);
        Optional<String> device = fields.optionalText("device", LONGEST_DEVICE);
        return new Credentials(
                fields.text("token"),
                device,
                Hub.Arrival.at(fields.optionalText("cursor").map(CommandReader::cursor), channels));
    }

    private static Map<StreamName, Cursor> channels(Fields fields) throws Malformed {
        return fields.texts("channels").entrySet().stream()
                .filter(each -> StreamName.parse(each.getKey()).isPresent())
                .collect(Collectors.toMap(
                        each -> StreamName.parse(each.getKey()).orElseThrow(), each -> cursor(each.getValue())));
    }

    /** A position that is none of ours becomes one that no stream has, so that it is answered with a reset. */
    public static Cursor cursor(String text) {
        return Cursor.parse(text).orElse(Cursor.NOWHERE);
    }

    public static Command refresh(JsonNode data) throws Malformed {
        return new Command.Refresh(new Fields(data).text("token"));
    }

    public static Command.Ack acknowledgement(JsonNode data) throws Malformed {
        return new Command.Ack(new Fields(data).text("cur"));
    }

    public static Command subscription(JsonNode data) throws Malformed {
        Fields fields = new Fields(data);
        return new Command.Sub(fields.text("ch"), fields.optionalText("cursor"));
    }

    public static Command unsubscription(JsonNode data) throws Malformed {
        return new Command.Unsub(new Fields(data).text("ch"));
    }

    public static Command activity(JsonNode data) throws Malformed {
        Fields fields = new Fields(data);
        return new Command.Live(
                fields.text("g"),
                fields.optionalOneOf("kind", Activity.Kind.class).orElseThrow(() -> new Malformed("kind is missing")));
    }

    public static Command presence(JsonNode data) throws Malformed {
        Fields fields = new Fields(data);
        Optional<Choice> set = fields.optionalOneOf("set", Choice.class);
        Optional<JsonNode> watch = fields.optional("watch");
        if (set.isEmpty() && watch.isEmpty()) {
            throw new Malformed("set or watch is missing");
        }
        return new Command.Presence(set, watch.isEmpty() ? Optional.empty() : Optional.of(people(watch.get())));
    }

    private static Set<String> people(JsonNode list) throws Malformed {
        if (!list.isArray()) {
            throw new Malformed("watch is no list");
        }
        Set<String> people = new LinkedHashSet<>();
        for (JsonNode person : list) {
            if (!person.isTextual()
                    || person.textValue().isEmpty()
                    || person.textValue().length() > LONGEST_ID) {
                throw new Malformed("watch has ids of 1 to " + LONGEST_ID + " characters");
            }
            people.add(person.textValue());
        }
        return people;
    }
}
