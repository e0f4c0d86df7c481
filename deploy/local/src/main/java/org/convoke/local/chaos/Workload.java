package org.convoke.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.convoke.local.demo.Unexpected;

/** People who go on: workers that do deeds, and one who looks through the notifications of them all. */
final class Workload {

    private static final Duration LOOK = Duration.ofMillis(400);

    private final List<Worker> workers;
    private final Duration pace;
    private final Arena arena;
    private final Random random;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    Workload(Arena arena, long seed, int workers, Duration pace) {
        this.arena = arena;
        this.pace = pace;
        this.random = new Random(seed);
        this.workers = IntStream.range(0, workers)
                .mapToObj(i -> new Worker(i, seed, arena.players(), arena.history()))
                .toList();
    }

    void start() {
        stopped = false;
        workers.forEach(worker -> threads.add(Thread.startVirtualThread(() -> repeat(worker::step, pace))));
        threads.add(Thread.startVirtualThread(() -> repeat(this::look, LOOK)));
    }

    /** Returns when what was begun is over. */
    void stop() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
        threads.clear();
    }

    private void repeat(Runnable action, Duration pause) {
        while (!stopped) {
            action.run();
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** Somebody reads one of her newest notifications, or has seen them all; a gateway that is away is no matter. */
    private void look() {
        Player player = arena.players().get(random.nextInt(arena.players().size()));
        String gateway = arena.anyGateway(random);
        player.renewOldToken();
        player.ask(gateway, "GET", "/notifications?limit=5", null)
                .map(page -> page.path("items").path(random.nextInt(5)))
                .filter(item -> item.has("id"))
                .ifPresent(item -> mark(player, gateway, item));
    }

    private void mark(Player player, String gateway, JsonNode item) {
        if (random.nextInt(4) == 0) {
            Map<String, String> upTo = Map.of("upTo", item.path("cursor").asText());
            player.ask(gateway, "POST", "/notifications/seen", upTo);
        } else {
            player.ask(
                    gateway,
                    "POST",
                    "/notifications/read",
                    Map.of("ids", List.of(item.path("id").asText())));
        }
    }
}
