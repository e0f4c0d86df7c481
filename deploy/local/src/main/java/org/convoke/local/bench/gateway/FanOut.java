package org.convoke.local.bench.gateway;

import java.time.Duration;
import java.util.List;
import org.convoke.local.bench.CpuTime;
import org.convoke.local.bench.Deadline;
import org.convoke.local.demo.Unexpected;

/** Events of a group to all of its members, one at a time and eight; both servers in turn. */
final class FanOut {

    private static final int DELIVERIES = 100_000;
    private static final int MOST_EVENTS = 100;
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 2;
    /** As often as the compiler wants to see what is done once for an event. */
    private static final int WARM_UP_EVENTS = 4_000;

    private static final int WARM_UP_OUTSTANDING = 8;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Side ours;
    private final Side raw;
    private final Deadline deadline;
    private final Report report;

    FanOut(Side ours, Side raw, Deadline deadline, Report report) {
        this.ours = ours;
        this.raw = raw;
        this.deadline = deadline;
        this.report = report;
    }

    /** Each server first compiles what it does most. */
    void run(Room tiny, List<Room> rooms) {
        report.say("warming up …");
        List.of(ours, raw).forEach(side -> side.tell(tiny, WARM_UP_EVENTS, WARM_UP_OUTSTANDING));
        for (int round = 0; round < WARM_UP; round++) {
            for (Side side : List.of(ours, raw)) {
                rooms.forEach(room -> side.tell(room, events(room), 1));
            }
        }
        for (int outstanding : List.of(1, 8)) {
            for (Room room : rooms) {
                measure(room, outstanding);
            }
        }
    }

    private void measure(Room room, int outstanding) {
        String what = Report.text(
                "%,d members, %s",
                room.members(), outstanding == 1 ? "one event at a time" : outstanding + " outstanding");
        if (deadline.left().compareTo(LONGEST) < 0) {
            report.skip(what, "no time is left");
            return;
        }
        report.say(what + " …");
        int events = events(room);
        try {
            ours.tell(room, events, outstanding);
            raw.tell(room, events, outstanding);
            Spread told = Spread.NONE;
            Spread reference = Spread.NONE;
            for (int round = 0; round < ROUNDS; round++) {
                told = told.and(ours.spread(room, events, outstanding));
                reference = reference.and(raw.spread(room, events, outstanding));
            }
            print(what, outstanding, told, reference);
        } catch (Unexpected e) {
            report.skip(
                    what,
                    e.getMessage() + ours.sockets().lastWord() + raw.sockets().lastWord());
        }
    }

    private static int events(Room room) {
        return Math.clamp(DELIVERIES / room.members(), 1, MOST_EVENTS);
    }

    private void print(String what, int outstanding, Spread told, Spread reference) {
        report.compare(
                what + ": server CPU s per 100 000 deliveries",
                told.cpuSeconds(ours.part()),
                reference.cpuSeconds(raw.part()),
                outstanding == 1 ? "≤ 1.3 ×" : "≤ 0.5 ×");
        report.ours("… of Redis", told.cpuSeconds("redis"), "");
        report.ours("… of Kafka", told.cpuSeconds("kafka"), "");
        report.compare("… of the client", told.cpuSeconds(CpuTime.CLIENT), reference.cpuSeconds(CpuTime.CLIENT), "");
        report.compare("… ms to the last member", told.millis(), reference.millis(), outstanding == 1 ? "≤ 1.3 ×" : "");
    }
}
