package org.convoke.local.chaos;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.convoke.parts.PartFailed;

/**
 * How long, and what is drawn.
 *
 * @param time faults go on, drawn at random, until so much has passed; those that have to be come in any case
 * @param seed of all that is drawn
 */
public record ChaosOptions(Duration time, long seed) {

    private static final int SECONDS = 300;

    /** Reads {@code --seconds 300 --seed 1}; the seed is by default a new one. */
    public static ChaosOptions of(List<String> arguments) {
        long seconds = SECONDS;
        long seed = ThreadLocalRandom.current().nextInt(1_000_000);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--seconds" -> seconds = number(option, rest);
                case "--seed" -> seed = number(option, rest);
                default -> throw new PartFailed("chaos has no option " + option);
            }
        }
        return new ChaosOptions(Duration.ofSeconds(seconds), seed);
    }

    private static long number(String option, Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (!value.matches("\\d{1,9}")) {
            throw new PartFailed(option + " takes a number");
        }
        return Long.parseLong(value);
    }
}
