package org.convoke.local.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Prints what happens, with the time since the request that caused it was sent. */
final class Timeline {

    private final PrintStream out;
    private final long start = System.nanoTime();
    private long sent;

    Timeline(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    /** Somebody is about to do something. */
    void does(String what) {
        sent = System.nanoTime();
        line("", "→ " + what);
    }

    /** It has been answered. */
    void answered(String what) {
        line(millis(System.nanoTime() - sent), "← " + what);
    }

    /** Somebody was told of it. */
    void hears(String who, Listener.Heard heard) {
        String name = heard.data().path("n").asText();
        line(millis(heard.nanos() - sent), "  ⚡ " + name + " reaches " + who);
    }

    void note(String what) {
        line("", "  " + what);
    }

    private void line(String latency, String text) {
        out.printf(Locale.ROOT, "%7.2f s %9s  %s%n", (System.nanoTime() - start) / 1e9, latency, text);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
