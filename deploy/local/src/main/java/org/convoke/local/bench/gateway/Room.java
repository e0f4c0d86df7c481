package org.convoke.local.bench.gateway;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.convoke.events.Uuids;

/**
 * A group, or a room of the raw server: the first so many listeners.
 *
 * @param sequence of what has been told of the group
 */
record Room(String name, int members, UUID group, AtomicLong sequence) {

    static final String PUBLIC = "public";

    static Room of(String name, int members) {
        return new Room(name, members, Uuids.next(), new AtomicLong());
    }

    /** Everybody who is connected. */
    static Room ofAll(int listeners) {
        return of(PUBLIC, listeners);
    }

    /** The same, of which only so many are listening. */
    Room only(int listeners) {
        return new Room(name, listeners, group, sequence);
    }

    boolean isPublic() {
        return name.equals(PUBLIC);
    }
}
