package org.convoke.local.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.convoke.local.bench.CpuTime.Reading;

/** What has been measured; what there is no time for is skipped, and that is said. */
final class Measurements {

    private final Load load;
    private final Duration warmUp;
    private final CpuTime cpu;
    private final Deadline deadline;
    private final PrintStream out;
    private final List<Row> rows = new ArrayList<>();

    Measurements(Load load, Duration warmUp, CpuTime cpu, Deadline deadline, PrintStream out) {
        this.load = load;
        this.warmUp = warmUp;
        this.cpu = cpu;
        this.deadline = deadline;
        this.out = out;
    }

    Load load() {
        return load;
    }

    Deadline deadline() {
        return deadline;
    }

    /** The first is the reference of the others. */
    void measure(String operation, Duration time, Load.Question question) {
        if (deadline.left().compareTo(time.plus(warmUp)) < 0) {
            skip(operation, "no time is left");
            return;
        }
        say(operation + " …");
        var persistent = new Persistent(question);
        load.run(warmUp, persistent);
        Reading before = begin();
        end(operation, before, load.run(time, persistent));
        if (persistent.refusals() > 0) {
            say("  " + persistent.refusals() + " were refused and asked again; the last: " + persistent.last());
        }
    }

    /** Waits until nothing of what was measured before is going on. */
    Reading begin() {
        cpu.settle();
        return cpu.read();
    }

    void end(String operation, Reading before, Latencies latencies) {
        cpu.settle();
        rows.add(new Row(operation, latencies, cpu.read().since(before)));
    }

    void skip(String operation, String why) {
        say(operation + ": skipped, " + why);
    }

    void say(String text) {
        out.println(text);
    }

    /** A table in Markdown. */
    void print() {
        out.println();
        out.println(Row.head());
        rows.forEach(row -> out.println(row.text(rows.getFirst())));
    }
}
