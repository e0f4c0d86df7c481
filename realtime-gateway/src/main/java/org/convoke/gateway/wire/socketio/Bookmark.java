package org.convoke.gateway.wire.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.convoke.gateway.session.Session;
import org.convoke.gateway.stream.StreamName;
import org.jspecify.annotations.Nullable;

/** How far one session is in its other channels, kept while events of only one come. Hub thread only. */
final class Bookmark {

    private final Session session;
    private @Nullable StreamName channel;
    private byte[] others = {};
    private int changes;

    Bookmark(Session session) {
        this.session = session;
    }

    /** The beginning of an offset that ends with the position in this channel. */
    byte[] without(StreamName current) {
        if (!current.equals(channel) || changes != session.changes()) {
            others = Offset.without(session, current).getBytes(UTF_8);
            channel = current;
            changes = session.changes();
        }
        return others;
    }

    boolean fits() {
        return Offset.fits(session);
    }
}
