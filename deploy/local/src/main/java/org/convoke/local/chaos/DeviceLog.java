package org.convoke.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one device was told over all its connections, and where it is in each channel. It keeps what a good client keeps:
 * a position moves with each event, what came under a known id is dropped, a channel that was reset begins at its top.
 */
final class DeviceLog {

    /**
     * An event that was applied.
     *
     * @param fact the id of what it tells of
     * @param drawn it is in no stream: a member is told how things stand
     */
    record Heard(Happening happening, String fact, boolean drawn) {}

    /** A channel that begins anew: what was in it before has to be fetched. */
    record Beginning(String channel, boolean reset, long nanos) {}

    /** How many events came, and how many of them under a known id. */
    record Counts(long events, long repeats, long resets) {

        double repeatedPercent() {
            return events == 0 ? 0 : 100.0 * repeats / events;
        }

        Counts plus(Counts more) {
            return new Counts(events + more.events, repeats + more.repeats, resets + more.resets);
        }

        Counts minus(Counts less) {
            return new Counts(events - less.events, repeats - less.repeats, resets - less.resets);
        }
    }

    private final String person;
    private final String device;
    private final Map<String, Position> positions = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<Happening, Long> seen = new HashMap<>();
    private final List<Heard> heard = new ArrayList<>();
    private final List<Happening> twice = new ArrayList<>();
    private final List<Beginning> beginnings = new ArrayList<>();
    private final List<String> disorder = new ArrayList<>();
    private long events;
    private long repeats;

    DeviceLog(String person, String device) {
        this.person = person;
        this.device = device;
    }

    String person() {
        return person;
    }

    /** What the device says to sign in, with all its positions. */
    synchronized ObjectNode auth(String token) {
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("token", token).put("device", device);
        ObjectNode channels = data.putObject("channels");
        positions.forEach((channel, at) -> {
            if (channel.equals(inbox())) {
                data.put("cursor", at.toString());
            } else {
                channels.put(channel, at.toString());
            }
        });
        return data;
    }

    /** Where it is in its inbox. */
    synchronized String inboxCursor() {
        return positions.getOrDefault(inbox(), Position.START).toString();
    }

    /** Takes a frame of the gateway; the moment is in {@link System#nanoTime}. */
    synchronized void hear(String type, JsonNode data, long nanos) {
        switch (type) {
            case "ready" -> ready(data, nanos);
            case "joined" ->
                positions.put(
                        data.path("ch").asText(), Position.of(data.path("top").asText()));
            case "evt" -> event(data, nanos);
            case "resumed" -> resumed(data);
            default -> {} // signs of life, and answers
        }
    }

    private void ready(JsonNode data, long nanos) {
        JsonNode resume = data.path("resume");
        Position top = Position.of(data.path("top").asText());
        if (resume.path("kind").asText().equals("reset")) {
            begin(inbox(), top, true, nanos);
        } else if (resume.path("kind").asText().equals("none")) {
            positions.putIfAbsent(inbox(), top);
        }
        data.path("channels").properties().forEach(each -> {
            boolean reset = data.path("resets").has(each.getKey());
            if (reset || !positions.containsKey(each.getKey())) {
                begin(each.getKey(), Position.of(each.getValue().asText()), reset, nanos);
            }
        });
        data.path("refused").forEach(channel -> positions.remove(channel.asText()));
    }

    private void begin(String channel, Position top, boolean reset, long nanos) {
        positions.put(channel, top);
        beginnings.add(new Beginning(channel, reset, nanos));
    }

    private void event(JsonNode data, long nanos) {
        String channel = data.path("ch").asText();
        JsonNode payload = data.path("p");
        String id = payload.path("eventId").asText();
        if (data.has("s")) {
            events++;
            move(channel, Position.of(data.path("cur").asText()), id, data);
        }
        Happening happening = Happening.of(channel, data.path("n").asText(), payload);
        if (ids.add(id)) {
            apply(new Heard(happening, payload.path("factId").asText(), !data.has("s")), nanos);
        } else if (data.has("s")) {
            repeats++;
        }
    }

    private void move(String channel, Position to, String eventId, JsonNode data) {
        Position from = positions.put(channel, to);
        if (from != null && !from.leadsTo(to, eventId)) {
            disorder.add("%s of %s was at %s of %s and was told %s"
                    .formatted(device, person, from, channel, data.path("cur").asText()));
        }
    }

    private void apply(Heard event, long nanos) {
        heard.add(event);
        if (seen.putIfAbsent(event.happening(), nanos) != null) {
            twice.add(event.happening());
        }
    }

    private void resumed(JsonNode data) {
        String channel = data.path("ch").asText();
        Position to = Position.of(data.path("to").asText());
        if (!to.equals(positions.get(channel))) {
            disorder.add("%s of %s was told %s of %s up to %s"
                    .formatted(device, person, positions.get(channel), channel, to));
        }
    }

    /** When it was first heard. */
    synchronized Optional<Long> heardAt(Happening happening) {
        return Optional.ofNullable(seen.get(happening));
    }

    /** Whether the device was told after that moment to fetch what was in the channel. */
    synchronized boolean beganAfter(String channel, long nanos) {
        return beginnings.stream().anyMatch(each -> each.channel().equals(channel) && each.nanos() >= nanos);
    }

    synchronized Map<String, Position> positions() {
        return Map.copyOf(positions);
    }

    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** Happenings that came under more than one id. */
    synchronized List<Happening> twice() {
        return List.copyOf(twice);
    }

    synchronized List<String> disorder() {
        return List.copyOf(disorder);
    }

    synchronized Counts counts() {
        return new Counts(
                events, repeats, beginnings.stream().filter(Beginning::reset).count());
    }

    private String inbox() {
        return Happening.inbox(person);
    }

    @Override
    public String toString() {
        return device + " of " + person;
    }
}
