package org.convoke.gateway.wire.socketio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.convoke.events.Uuids;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.Presence;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.session.Sink;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.wire.Statements;
import org.jspecify.annotations.Nullable;

/** What a session tells its client, as events of Socket.IO. */
final class SocketIoSink implements Sink {

    private final Visitor visitor;
    private final Introduction introduction;
    private @Nullable Bookmark bookmark;

    SocketIoSink(Visitor visitor, Introduction introduction) {
        this.visitor = visitor;
        this.introduction = introduction;
    }

    @Override
    public String wire() {
        return SocketIoDoor.WIRE;
    }

    @Override
    public void ready(Ready ready) {
        Session session = visitor.client().session();
        visitor.letIn(introduction.pid(session.userId(), ready));
        visitor.emit("ready", statements().ready(session, visitor.client().expiresAt(), ready));
    }

    @Override
    public void event(StreamName channel, StreamEntry entry) {
        if (bookmark == null) {
            bookmark = new Bookmark(visitor.client().session());
        }
        visitor.send(visitor.context().writer().event(channel, entry, bookmark));
    }

    @Override
    public void ephemeral(StreamName channel, ClientEvent event) {
        visitor.send(visitor.context().writer().event(event));
    }

    @Override
    public void resumed(StreamName channel, Cursor from, Cursor to, int count) {
        visitor.emit("resumed", statements().resumed(channel, from, to, count));
    }

    @Override
    public void joined(StreamName channel, Cursor from) {
        visitor.emit("joined", statements().joined(channel, from));
    }

    @Override
    public void presence(Optional<UUID> group, Presence presence) {
        ObjectNode news = news();
        group.ifPresent(id -> news.put("ch", Statements.presenceChannel(id)));
        news.set("presence", statements().presence("userId", Optional.empty(), presence));
        visitor.say("presence:changed", news);
    }

    @Override
    public void headcount(UUID group, int online, int members) {
        visitor.say("presence:count", news().setAll(statements().headcount(group, online, members)));
    }

    /** Like every event that says what has happened. */
    private ObjectNode news() {
        return statements()
                .nothing()
                .put("eventId", Uuids.next().toString())
                .put("occurredAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    @Override
    public void whenDrained(Runnable next) {
        visitor.peer().engine().whenDrained(next);
    }

    @Override
    public void close(Farewell farewell) {
        visitor.client().close(farewell);
    }

    private Statements statements() {
        return visitor.context().statements();
    }
}
