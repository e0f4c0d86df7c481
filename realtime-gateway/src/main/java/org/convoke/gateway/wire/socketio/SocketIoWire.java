package org.convoke.gateway.wire.socketio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.wire.Departure;
import org.convoke.gateway.wire.Statements;
import org.convoke.gateway.wire.Wire;
import org.convoke.gateway.wire.socketio.engine.EngineApplication;
import org.convoke.gateway.wire.socketio.engine.EngineHandshake;
import org.convoke.gateway.wire.socketio.engine.EngineListener;
import org.convoke.gateway.wire.socketio.engine.EngineSocket;
import org.convoke.gateway.wire.socketio.protocol.Application;
import org.convoke.gateway.wire.socketio.protocol.Listener;
import org.convoke.gateway.wire.socketio.protocol.Peer;
import org.convoke.gateway.wire.socketio.protocol.SocketServer;

/** Who comes through the door of Socket.IO: the sessions are in the namespace {@code /}, and there is no other. */
@ApplicationScoped
public class SocketIoWire implements EngineApplication, Wire {

    private static final String MAIN = "/";

    private final Map<String, SocketIoGuest> guests = new ConcurrentHashMap<>();
    private final SocketIoContext context;
    private final Departure departure;
    private final SocketServer server;

    SocketIoWire(SocketIoContext context, Departure departure, GatewayConfig config, Vertx vertx) {
        this.context = context;
        this.departure = departure;
        this.server = new SocketServer(
                this::namespace, vertx, new SocketServer.Limits(config.authTimeout(), Statements.MAX_FRAME));
    }

    @Override
    public EngineListener opened(EngineSocket socket, EngineHandshake handshake) {
        SocketIoGuest guest =
                new SocketIoGuest(socket, server.opened(socket, handshake), context.hubThread(), this::left);
        guests.put(socket.id(), guest);
        if (departure.hasBegun()) {
            guest.sendAway(departure);
        }
        return guest;
    }

    private void left(SocketIoGuest guest) {
        guests.remove(guest.id(), guest);
    }

    private Optional<Application.Namespace> namespace(String name) {
        return name.equals(MAIN) ? Optional.of(this::asked) : Optional.empty();
    }

    private Listener asked(Peer peer, ObjectNode auth) {
        Visitor visitor = new Visitor(context, peer);
        SocketIoGuest guest = guests.get(peer.engine().id());
        if (guest != null) {
            guest.visits(visitor);
        }
        visitor.introduced(auth);
        return visitor;
    }

    @Override
    public Collection<SocketIoGuest> guests() {
        return guests.values();
    }
}
