package org.convoke.gateway.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Opened;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;

/** What a session tells its client; each wire says it in its own frames. Never blocks. */
public interface Sink {

    /** What the wire is called, for the operator. */
    default String wire() {
        return "other";
    }

    /** She is signed in; the replays follow. */
    void ready(Ready ready);

    /** An entry of a stream, in its order. */
    void event(StreamName channel, StreamEntry entry);

    /** An event that is in no stream and is not repeated. */
    void ephemeral(StreamName channel, ClientEvent event);

    /** The replay of a stream has met its live end; the {@code count} events came before this. */
    void resumed(StreamName channel, Cursor from, Cursor to, int count);

    /** She has become a member of the group; its events follow. */
    void joined(StreamName channel, Cursor from);

    /** How somebody whom she watches, or of a group that she watches, appears now. */
    void presence(Optional<UUID> group, Presence presence);

    /** How many of a group that is too large to tell one by one are here. */
    void headcount(UUID group, int online, int members);

    /** Runs {@code next} when the client has taken what was sent so far; never, if the connection ends before. */
    void whenDrained(Runnable next);

    /** The connection is to end. */
    void close(Farewell farewell);

    /** What has to be known of the streams before the first event. */
    record Ready(Cursor top, Opened.Counts counts, Resume inbox, List<Channel> channels, List<StreamName> refused) {}

    /** A channel besides the inbox; {@code reset} says why its cursor was no good. */
    record Channel(StreamName name, Cursor top, Resume resume) {}
}
