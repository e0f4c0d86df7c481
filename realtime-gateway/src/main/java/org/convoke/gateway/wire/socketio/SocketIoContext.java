package org.convoke.gateway.wire.socketio;

import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.wire.Clients;
import org.convoke.gateway.wire.Statements;

/** What every client of this wire works with. */
@ApplicationScoped
class SocketIoContext {

    private final Clients clients;
    private final Statements statements;
    private final EventWriter writer;
    private final HubThread hubThread;

    SocketIoContext(Clients clients, Statements statements, EventWriter writer, HubThread hubThread) {
        this.clients = clients;
        this.statements = statements;
        this.writer = writer;
        this.hubThread = hubThread;
    }

    Clients clients() {
        return clients;
    }

    Statements statements() {
        return statements;
    }

    EventWriter writer() {
        return writer;
    }

    HubThread hubThread() {
        return hubThread;
    }
}
