package org.convoke.doors.rest;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.transaction.xa.XAException;
import org.convoke.doors.Problem;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves, a database out of reach or short of something, from faults of ours. */
final class Outages {

    private static final Set<String> PASSING_CLASSES = Set.of(
            "08", // connection
            "40", // rolled back: serialization, deadlock
            "53", // short of disk, memory or connections
            "57", // shut down, cancelled, time-out
            "58"); // system, such as input/output

    private static final Set<String> PASSING_STATES = Set.of(
            "55P03", // nobody waits for a row longer than lock_timeout
            "25P03", // nor holds one longer than idle_in_transaction_session_timeout
            "25006"); // read-only, as a server is that has just become a replica

    private Outages() {}

    static Problem unavailable() {
        return Problem.of(503, "unavailable", "This cannot be done at the moment. Try again soon.");
    }

    static boolean isOne(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(Set.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (passes(next)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(List.of(next.getSuppressed()));
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
            }
        }
        return false;
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            // The pool gives no state when it ran out of connections or of patience.
            case SQLException sql -> isPassing(sql.getSQLState());
            case XAException cutDuringCommit -> true;
            default -> false;
        };
    }

    private static boolean isPassing(@Nullable String state) {
        return state == null
                || PASSING_STATES.contains(state)
                || PASSING_CLASSES.contains(state.substring(0, Math.min(2, state.length())));
    }
}
