package org.convoke.local.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.convoke.local.chaos.DeviceLog.Counts;
import org.convoke.local.chaos.Violation.Rule;
import org.convoke.local.demo.Unexpected;

/** One fault after the other while people go on; behind each, all that was accepted has to be known to all. */
final class Campaign {

    private static final Duration BETWEEN = Duration.ofMillis(700);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final double REPEATS = 1;
    private static final int SHOWN = 20;

    private final Arena arena;
    private final Workload workload;
    private final PrintStream out;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Set<Violation> known = new HashSet<>();
    private List<Violation> doubled = List.of();

    Campaign(Arena arena, Workload workload, PrintStream out) {
        this.arena = arena;
        this.workload = workload;
        this.out = out;
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** So many times the same fault. */
    void play(Fault fault, int times) {
        out.println(fault.title() + " × " + times + " …");
        long begin = System.nanoTime();
        Counts before = counts();
        List<Violation> stuck = inflict(fault, times);
        Outcome outcome = judge(fault, times, begin, before);
        outcome.violations().addAll(stuck);
        out.println(outcome.row());
        outcome.violations().stream().limit(SHOWN).forEach(out::println);
        outcomes.add(outcome);
    }

    private List<Violation> inflict(Fault fault, int times) {
        workload.start();
        try {
            Wait.pass(BETWEEN);
            for (int i = 0; i < times; i++) {
                fault.inflict(arena);
                Wait.pass(BETWEEN);
            }
            return List.of();
        } catch (Unexpected e) {
            return List.of(new Violation(Rule.STUCK, e.getMessage()));
        } finally {
            workload.stop();
        }
    }

    private Outcome judge(Fault fault, int times, long begin, Counts before) {
        List<Violation> violations = violations(fault);
        Delivery delivery = Delivery.of(arena, arena.history().since(begin));
        Counts counts = counts().minus(before);
        if (fault instanceof Fault.Nothing && counts.repeatedPercent() >= REPEATS) {
            violations.add(new Violation(Rule.REPEATED, counts.repeatedPercent() + " % without a fault"));
        }
        return new Outcome(fault.title(), times, delivery, counts, violations);
    }

    /** What is still not right after a while, of all that was ever accepted, and was right before. */
    private List<Violation> violations(Fault fault) {
        Wait.atMost(
                LONGEST,
                () -> Checker.missing(arena.history(), arena.history().all(), arena.logs())
                        .isEmpty());
        Set<Violation> found = new LinkedHashSet<>();
        Wait.atMost(LONGEST, () -> {
            found.clear();
            found.addAll(look(fault));
            found.removeAll(known);
            return found.isEmpty();
        });
        known.addAll(found);
        known.addAll(doubled);
        return new ArrayList<>(found);
    }

    /** A gateway that knows too little just now may refuse to say; one that goes on doing so is stuck. */
    private List<Violation> look(Fault fault) {
        try {
            Evidence evidence = new Inspection(arena).gather();
            doubled = Checker.doubled(evidence);
            List<Violation> found = Checker.check(evidence);
            if (!fault.mayDouble()) {
                found.addAll(doubled);
            }
            return found;
        } catch (Unexpected e) {
            return List.of(new Violation(Rule.STUCK, e.getMessage()));
        }
    }

    private Counts counts() {
        return arena.logs().stream().map(DeviceLog::counts).reduce(new Counts(0, 0, 0), Counts::plus);
    }
}
