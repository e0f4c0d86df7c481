package org.convoke.gateway.wire;

import java.util.Collection;

/** A protocol that clients come by. */
public interface Wire {

    /** Those who are here, signed in or not. */
    Collection<? extends Guest> guests();

    /** Somebody who is to go when the pod does. */
    @FunctionalInterface
    interface Guest {

        /** Sends it to another pod, in its own time; from any thread. */
        void sendAway(Departure departure);
    }
}
