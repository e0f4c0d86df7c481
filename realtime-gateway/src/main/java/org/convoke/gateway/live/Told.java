package org.convoke.gateway.live;

import java.time.Duration;

/** What became of an activity. */
public sealed interface Told {

    /** Passed on to the pods where the group's members are. */
    record PassedOn() implements Told {}

    /** No member of it, or no such group: there is no difference. */
    record NotAMember() implements Told {}

    /** Dropped; the next one is passed on {@code after} that. */
    record TooSoon(Duration after) implements Told {}
}
