package org.convoke.local.bench.gateway;

/** Has an event told to all listeners of a room, and does not wait for that. */
interface Voice {

    void tell(Room room, int event);
}
