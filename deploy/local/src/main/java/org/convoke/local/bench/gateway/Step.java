package org.convoke.local.bench.gateway;

/** What a frame asks of a listener. */
sealed interface Step {

    Step IN = new In();
    Step EVENT = new Event();

    /** She is in, and hears all events from here on. */
    record In() implements Step {}

    record Answer(String text) implements Step {}

    /** Something is told, to be looked at for a {@link Marker}. */
    record Event() implements Step {}

    record Refused(String frame) implements Step {}
}
