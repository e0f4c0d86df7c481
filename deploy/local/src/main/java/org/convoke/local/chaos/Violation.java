package org.convoke.local.chaos;

/** A promise that was broken. */
public record Violation(Rule rule, String what) {

    /** The promises, with their numbers among the invariants. */
    public enum Rule {
        /** 2: every event reaches every entitled person, or her client is told to reset. */
        LOST,
        /** 3: nothing is applied twice. */
        REPEATED,
        /** 4: one order, without gaps, on all devices. */
        DISORDER,
        /** 8: unseen and unread are what a recount says. */
        MISCOUNTED,
        /** 9: nobody hears what she may not. */
        LEAKED,
        /** What has to go on in spite of a fault did not. */
        STUCK
    }

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
