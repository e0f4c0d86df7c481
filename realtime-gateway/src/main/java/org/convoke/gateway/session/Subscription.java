package org.convoke.gateway.session;

import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;

/**
 * How far one session is in one stream. Replays first, while live entries wait in the stream; then takes what the feed
 * hands out, each entry once and in order.
 */
final class Subscription {

    private final Session session;
    private final StreamName stream;
    private final Cursor start;
    private final Cursor top;
    private final boolean announced;
    private Cursor at;
    private boolean live;
    private boolean ended;
    private int replayed;

    /**
     * @param top of the stream when it was opened: a replay reaches at least this
     * @param announced whether the client expects to be told when the replay has met the live end
     */
    Subscription(Session session, StreamName stream, Cursor start, Cursor top, boolean announced) {
        this.session = session;
        this.stream = stream;
        this.start = start;
        this.top = top;
        this.announced = announced;
        this.at = start;
    }

    Session session() {
        return session;
    }

    StreamName stream() {
        return stream;
    }

    Cursor at() {
        return at;
    }

    Cursor top() {
        return top;
    }

    boolean isLive() {
        return live;
    }

    /** Whether the stream has had its last entry. */
    boolean isEnded() {
        return ended;
    }

    /** What was missed has been said. */
    void goLive() {
        live = true;
        if (announced) {
            session.sink().resumed(stream, start, at, replayed);
        }
    }

    /** @return false when the entry says that this person may hear no more, from it on */
    boolean replay(StreamEntry entry) {
        boolean allowed = deliver(entry);
        if (allowed) {
            replayed++;
        }
        return allowed;
    }

    /** @return false when the entry says that this person may hear no more, from it on; a last entry she hears */
    boolean deliver(StreamEntry entry) {
        if (entry.seq() <= at.seq()) {
            return true;
        }
        if (entry.event().leaver().equals(session.userId())) {
            return false;
        }
        session.sink().event(stream, entry);
        at = entry.cursor();
        ended = entry.event().endsItsStream();
        return true;
    }
}
