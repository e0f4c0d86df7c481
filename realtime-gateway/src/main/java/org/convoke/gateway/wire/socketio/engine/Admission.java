package org.convoke.gateway.wire.socketio.engine;

import org.jspecify.annotations.Nullable;

/** Who may come in, and when. */
public interface Admission {

    /** @param ownHost what the request calls this server */
    boolean isAllowed(String origin, @Nullable String ownHost);

    /** @return the seconds to wait, 0 to come in; asking takes a turn */
    long take();
}
