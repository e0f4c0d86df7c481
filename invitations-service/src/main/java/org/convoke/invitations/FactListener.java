package org.convoke.invitations;

import org.convoke.events.Fact;

/**
 * Concerned by what other services tell. Each fact is heard once, in the order of its aggregate, by all listeners within
 * one transaction; those of a higher {@code @Priority} first.
 */
public interface FactListener {

    /** What it throws has the fact heard once more, a little later, by all. */
    void hear(Fact<?> fact);
}
