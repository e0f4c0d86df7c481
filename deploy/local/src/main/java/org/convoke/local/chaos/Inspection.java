package org.convoke.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convoke.local.demo.Unexpected;

/** Fetches over REST, as a client does that was told to reset, what the streams and the lists say now. */
final class Inspection {

    private static final int PAGE = 300;
    private static final int NOTIFICATIONS = 100;

    private final Arena arena;

    Inspection(Arena arena) {
        this.arena = arena;
    }

    Evidence gather() {
        Map<String, Player> players = arena.players().stream().collect(Collectors.toMap(Player::id, each -> each));
        Map<String, StreamLog> streams = new HashMap<>();
        players.forEach((id, player) -> streams.put(Happening.inbox(id), stream(player, Happening.inbox(id))));
        streams.put(Happening.PUBLIC, stream(arena.players().getFirst(), Happening.PUBLIC));
        arena.history().owners().forEach((channel, owner) -> streams.put(channel, stream(players.get(owner), channel)));
        List<Tally> tallies = arena.players().stream().map(this::tally).toList();
        return new Evidence(arena.history(), arena.logs(), streams, tallies);
    }

    private StreamLog stream(Player player, String channel) {
        List<StreamLog.Entry> entries = new ArrayList<>();
        String cursor = Position.START.toString();
        for (int length = PAGE; length == PAGE; ) {
            JsonNode page = answer(player, "/events?limit=%d&ch=%s&cursor=%s".formatted(PAGE, channel, cursor));
            page.path("items").forEach(item -> entries.add(entry(channel, item)));
            length = page.path("items").size();
            cursor = page.path("cursor").asText();
        }
        return new StreamLog(channel, entries, Position.of(cursor));
    }

    private static StreamLog.Entry entry(String channel, JsonNode item) {
        JsonNode payload = item.path("p");
        return new StreamLog.Entry(
                Happening.of(channel, item.path("n").asText(), payload),
                payload.path("eventId").asText());
    }

    private Tally tally(Player player) {
        JsonNode summary = answer(player, "/notifications/summary");
        int unseen = 0;
        int unread = 0;
        String path = "/notifications?limit=" + NOTIFICATIONS;
        for (Optional<String> next = Optional.of(path); next.isPresent(); ) {
            JsonNode page = answer(player, next.get());
            for (JsonNode item : page.path("items")) {
                unseen += item.path("seen").asBoolean() ? 0 : 1;
                unread += item.path("read").asBoolean() ? 0 : 1;
            }
            JsonNode cursor = page.path("next");
            next = cursor.isTextual() ? Optional.of(path + "&cursor=" + cursor.asText()) : Optional.empty();
        }
        return new Tally(
                player.id(),
                summary.path("unseen").asInt(),
                summary.path("unread").asInt(),
                unseen,
                unread);
    }

    /** From any gateway, as a client would: one of them may only just have come back. */
    private JsonNode answer(Player player, String path) {
        player.renewOldToken();
        return arena.pods().stream()
                .flatMap(pod -> player.ask(pod.url(), "GET", path, null).stream())
                .findFirst()
                .orElseThrow(() -> new Unexpected(player.id() + " was not answered " + path));
    }
}
