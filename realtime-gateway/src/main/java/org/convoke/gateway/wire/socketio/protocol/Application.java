package org.convoke.gateway.wire.socketio.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What is served over Socket.IO. */
@FunctionalInterface
public interface Application {

    /** @return empty where there is no such namespace */
    Optional<Namespace> namespace(String name);

    /** A place that clients come to. */
    @FunctionalInterface
    interface Namespace {

        /**
         * A client asks to come in, and waits until it is let in or refused.
         *
         * @param auth what it gives as its credentials; empty for nothing
         * @return who hears what it says; called on the connection's own thread, like everything there
         */
        Listener asked(Peer peer, ObjectNode auth);
    }
}
