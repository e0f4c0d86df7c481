package org.convoke.gateway.wire.gw;

import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.wire.Clients;
import org.convoke.gateway.wire.Limits;

/** What every connection of this wire works with. */
@ApplicationScoped
class GwContext {

    private final Clients clients;
    private final Limits limits;
    private final FrameReader reader;
    private final FrameWriter writer;
    private final HubThread hubThread;

    GwContext(Clients clients, Limits limits, FrameReader reader, FrameWriter writer, HubThread hubThread) {
        this.clients = clients;
        this.limits = limits;
        this.reader = reader;
        this.writer = writer;
        this.hubThread = hubThread;
    }

    Clients clients() {
        return clients;
    }

    Limits limits() {
        return limits;
    }

    FrameReader reader() {
        return reader;
    }

    FrameWriter writer() {
        return writer;
    }

    HubThread hubThread() {
        return hubThread;
    }
}
