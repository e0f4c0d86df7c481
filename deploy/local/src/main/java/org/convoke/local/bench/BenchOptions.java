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
 */
public record BenchOptions(int clients, Duration time) {

    private static final int MOST = 256;

    /** Reads {@code --clients 32 --seconds 10}, which are the defaults. */
    public static BenchOptions of(List<String> arguments) {
        int clients = 32;
        int seconds = 10;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--clients" -> clients = number(option, rest);
                case "--seconds" -> seconds = number(option, rest);
                default -> throw new PartFailed("bench rest has no option " + option);
            }
        }
        return new BenchOptions(clients, Duration.ofSeconds(seconds));
    }

    private static int number(String option, Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (!value.matches("\\d{1,3}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
            throw new PartFailed(option + " takes a number from 1 to " + MOST);
        }
        return Integer.parseInt(value);
    }
}
