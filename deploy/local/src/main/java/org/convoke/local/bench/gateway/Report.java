package org.convoke.local.bench.gateway;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has been measured, as a table in Markdown; what could not be is said. */
final class Report {

    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
        lines.add("| | Convoke | raw Vert.x | ratio | expected |");
        lines.add("|---|---:|---:|---:|---:|");
    }

    void compare(String what, double ours, double raw, String expected) {
        String ratio = raw > 0 ? number(ours / raw) + " ×" : "–";
        line(what, number(ours), number(raw), ratio, expected);
    }

    /** Something that only ours does. */
    void ours(String what, double value, String expected) {
        line(what, number(value), "–", "–", expected);
    }

    private void line(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        out.println("  " + String.join("  ", cells));
    }

    void skip(String what, String why) {
        notes.add(what + ": not measured, " + why);
        say("  " + notes.getLast());
    }

    void note(String text) {
        notes.add(text);
        say("  " + text);
    }

    void say(String text) {
        out.println(text);
    }

    void print(String conditions) {
        out.println();
        out.println(conditions);
        out.println();
        lines.forEach(out::println);
        out.println();
        notes.forEach(note -> out.println("- " + note));
    }

    /** The same on every machine. */
    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return text("%.0f", value);
        }
        return text(value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
