package org.convoke.local.chaos;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small world: one group of ada's with streams that are written here, and devices that are told of them. */
final class Scene {

    static final String GROUP = "g:1";

    final History history = new History();
    final Map<String, DeviceLog> devices = new LinkedHashMap<>();
    final List<Tally> tallies = new ArrayList<>();
    private final Map<String, List<StreamLog.Entry>> streams = new HashMap<>();
    private final Map<String, Position> tops = new HashMap<>();
    private final Map<String, ObjectNode> frames = new HashMap<>();
    private long now;

    Scene(String... people) {
        for (String person : people) {
            devices.put(person, new DeviceLog(person, "phone"));
            devices.get(person).hear("ready", ready(), now);
        }
        history.founded("1", "ada");
    }

    /** The group is renamed, and these are its members. */
    Happening renamed(String name, String... members) {
        Happening happening = happens(name, members);
        append(name, "event " + name);
        return happening;
    }

    /** It was accepted, and is told nowhere. */
    Happening happens(String name, String... members) {
        List.of(members).forEach(this::join);
        Happening happening = Happening.inGroup("1", "group:updated", "1", name);
        history.expect(new Expected(happening, Set.of(members), true, ++now));
        return happening;
    }

    private void join(String person) {
        DeviceLog device = devices.get(person);
        if (!device.positions().containsKey(GROUP)) {
            ObjectNode joined = JsonNodeFactory.instance.objectNode().put("ch", GROUP);
            device.hear(
                    "joined",
                    joined.put("top", tops.getOrDefault(GROUP, Position.START).toString()),
                    now);
        }
    }

    /** One more entry of the stream. */
    void append(String name, String eventId) {
        Position at = tops.getOrDefault(GROUP, new Position("e", 0, "0")).next(eventId);
        tops.put(GROUP, at);
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                .put("eventId", eventId)
                .put("factId", "fact " + name)
                .put("groupId", "1");
        payload.putObject("group").put("name", name);
        ObjectNode frame = JsonNodeFactory.instance
                .objectNode()
                .put("n", "group:updated")
                .put("ch", GROUP)
                .put("s", at.seq())
                .put("cur", at.toString());
        frame.set("p", payload);
        frames.put(eventId, frame);
        streams.computeIfAbsent(GROUP, first -> new ArrayList<>())
                .add(new StreamLog.Entry(Happening.of(GROUP, "group:updated", payload), eventId));
    }

    void tell(String eventId, String... people) {
        for (String person : people) {
            devices.get(person).hear("evt", frames.get(eventId), ++now);
        }
    }

    /** Something that is in no stream, about the fact of that name. */
    void pass(String name, String... people) {
        ObjectNode frame = JsonNodeFactory.instance
                .objectNode()
                .put("n", "group:member_update")
                .put("ch", GROUP);
        frame.putObject("p").put("eventId", "drawn " + name).put("factId", "fact " + name);
        for (String person : people) {
            devices.get(person).hear("evt", frame, ++now);
        }
    }

    void leaves(String person) {
        history.left("1", person, ++now);
    }

    void reset(String person) {
        ObjectNode ready = ready();
        ready.withObject("/channels").put(GROUP, tops.get(GROUP).toString());
        ready.withObject("/resets").put(GROUP, "fork");
        devices.get(person).hear("ready", ready, ++now);
    }

    List<Violation> check() {
        Map<String, StreamLog> logs = new HashMap<>();
        streams.forEach((channel, entries) -> logs.put(channel, new StreamLog(channel, entries, tops.get(channel))));
        return Checker.check(new Evidence(history, devices.values(), logs, tallies));
    }

    private static ObjectNode ready() {
        ObjectNode ready = JsonNodeFactory.instance.objectNode().put("top", "0.0.0");
        ready.putObject("resume").put("kind", "none");
        ready.putObject("channels");
        ready.putObject("resets");
        ready.putArray("refused");
        return ready;
    }
}
