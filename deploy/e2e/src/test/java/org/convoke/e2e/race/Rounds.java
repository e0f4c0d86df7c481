package org.convoke.e2e.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.convoke.e2e.Cast;
import org.convoke.e2e.Database;
import org.convoke.e2e.Settled;

/**
 * Plays one race again and again, several rounds side by side, each with people and a group of its own. What settles
 * only after a while is asked when all rounds have been played.
 */
final class Rounds {

    /** {@code -Draces.rounds}: so often is each race run; 200 is the long form. */
    private static final int COUNT = Integer.getInteger("races.rounds", 10);

    private static final int LANES = Integer.getInteger("races.lanes", 6);
    private static final int TROUPE = 3;
    private static final int ENOUGH_FAILURES = 5;

    private final String race;
    private final int count;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Later> later = new ConcurrentLinkedQueue<>();

    private Rounds(String race, int count) {
        this.race = race;
        this.count = count;
    }

    /** One round of a race. */
    @FunctionalInterface
    interface Play {
        void play(Round round) throws Exception;
    }

    /** Every round, as often as is wanted of all races. */
    static void of(String race, Play play) {
        of(race, COUNT, play);
    }

    /** At most so many rounds. */
    static void of(String race, int most, Play play) {
        new Rounds(race, Math.min(COUNT, most)).run(play);
    }

    private void run(Play play) {
        long begin = System.nanoTime();
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int own = lane;
                all.add(lanes.submit(() -> runLane(own, play)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        settle();
        System.out.printf("%s: %s, %d ms%n", race, new TreeMap<>(outcomes), (System.nanoTime() - begin) / 1_000_000);
        AssertionError failed = new AssertionError(race + ": " + failures.size() + " rounds failed");
        failures.forEach(failed::addSuppressed);
        if (!failures.isEmpty()) {
            throw failed;
        }
    }

    private void runLane(int lane, Play play) {
        var own = Cast.regulars().subList(lane * TROUPE, (lane + 1) * TROUPE);
        try (Database database = Database.open()) {
            for (int number = next.getAndIncrement();
                    number < count && failures.size() < ENOUGH_FAILURES;
                    number = next.getAndIncrement()) {
                Round round = new Round(number, own, database, this);
                attempt("round " + number, () -> play.play(round));
            }
        }
    }

    private void settle() {
        try (Database database = Database.open()) {
            for (Later each : later) {
                attempt(
                        "round " + each.round() + ", later",
                        () -> Settled.soon(() -> each.check().check(database)));
            }
        }
    }

    private void attempt(String what, Attempt attempt) {
        try {
            attempt.run();
        } catch (Throwable e) {
            failures.add(new AssertionError(what + ": " + e, e));
        }
    }

    /** What holds soon. */
    @FunctionalInterface
    interface Check {
        void check(Database database);
    }

    void add(int round, Check check) {
        later.add(new Later(round, check));
    }

    void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private record Later(int round, Check check) {}

    private interface Attempt {
        void run() throws Exception;
    }
}
