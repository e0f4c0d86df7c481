package org.convoke.local.chaos;

import java.util.Set;

/**
 * Something that is to be heard.
 *
 * @param people all who may hear it
 * @param accepted whether the deed was answered with success; else it may or may not have happened
 * @param nanos when it was asked for, in {@link System#nanoTime}
 */
record Expected(Happening happening, Set<String> people, boolean accepted, long nanos) {

    Expected {
        people = Set.copyOf(people);
    }
}
