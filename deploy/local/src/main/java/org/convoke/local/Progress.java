package org.convoke.local;

import java.io.PrintStream;
import java.time.Duration;
import org.convoke.parts.Part;

/** Tells the person at the terminal what happens, a line each. */
final class Progress {

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void ready(Part part, Duration time) {
        line(part.name(), "ready in %.1f s, port %d".formatted(time.toMillis() / 1000.0, part.port()));
    }

    void given(String part, String variable) {
        line(part, "not started: " + variable + " is set");
    }

    void died(Part part) {
        line(part.name(), "died, starting it again");
    }

    void stillDown(Part part, Exception why, Duration pause) {
        String reason = why.getMessage().lines().findFirst().orElse("");
        line(part.name(), "%s; trying again in %d s".formatted(reason, pause.toSeconds()));
    }

    void stopping() {
        say("stopping …");
    }

    void stopped() {
        say("stopped");
    }

    void say(String text) {
        out.println(text);
    }

    private void line(String part, String what) {
        say("%-20s %s".formatted(part, what));
    }
}
