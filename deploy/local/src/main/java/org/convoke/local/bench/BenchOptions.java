package org.convoke.local.bench;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.convoke.parts.PartFailed;

/**
 * How much is asked.
 *
 * @param clients so many ask side by side
 * @param time of each measurement
 * @param warmUp before each, unmeasured: what a JVM does first is mostly compiled later
 */
public record BenchOptions(int clients, Duration time, Duration warmUp) {

    private static final int MOST = 256;

    /** Reads {@code --clients 32 --seconds 10 --warm-up 30}, which are the defaults. */
    public static BenchOptions of(List<String> arguments) {
        int clients = 32;
        int seconds = 10;
        int warmUp = 30;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--clients" -> clients = number(option, rest);
                case "--seconds" -> seconds = number(option, rest);
                case "--warm-up" -> warmUp = number(option, rest);
                default -> throw new PartFailed("bench rest has no option " + option);
            }
        }
        return new BenchOptions(clients, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp));
    }

    private static int number(String option, Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (!value.matches("\\d{1,3}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
            throw new PartFailed(option + " takes a number from 1 to " + MOST);
        }
        return Integer.parseInt(value);
    }
}
