package org.convoke.gateway.wire.gw;

import java.util.Optional;
import java.util.UUID;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.Presence;
import org.convoke.gateway.session.Sink;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;

/** What a session tells its client, in frames of gw.v1. */
record GwSink(GwConnection connection, long authId) implements Sink {

    @Override
    public String wire() {
        return GwEndpoint.WIRE;
    }

    @Override
    public void ready(Ready ready) {
        connection.say(writer().ready(
                        authId,
                        connection.client().session(),
                        connection.client().expiresAt(),
                        ready));
    }

    @Override
    public void event(StreamName channel, StreamEntry entry) {
        connection.say(writer().event(channel, entry));
    }

    @Override
    public void ephemeral(StreamName channel, ClientEvent event) {
        connection.say(writer().ephemeral(channel, event));
    }

    @Override
    public void resumed(StreamName channel, Cursor from, Cursor to, int count) {
        connection.say(writer().resumed(channel, from, to, count));
    }

    @Override
    public void joined(StreamName channel, Cursor from) {
        connection.say(writer().joined(channel, from));
    }

    @Override
    public void presence(Optional<UUID> group, Presence presence) {
        connection.say(writer().presence(group, presence));
    }

    @Override
    public void headcount(UUID group, int online, int members) {
        connection.say(writer().headcount(group, online, members));
    }

    @Override
    public void whenDrained(Runnable next) {
        connection.whenDrained(next);
    }

    @Override
    public void close(Farewell farewell) {
        connection.client().close(farewell);
    }

    private FrameWriter writer() {
        return connection.writer();
    }
}
