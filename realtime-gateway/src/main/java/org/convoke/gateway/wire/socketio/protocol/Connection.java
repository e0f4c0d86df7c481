package org.convoke.gateway.wire.socketio.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.convoke.gateway.wire.socketio.engine.EngineClose;
import org.convoke.gateway.wire.socketio.engine.EngineListener;
import org.convoke.gateway.wire.socketio.engine.EngineSocket;
import org.jboss.logging.Logger;

/** One client: it is in a namespace once that has let it in, and whoever says what may not come now is closed. */
final class Connection implements EngineListener, Peer.Host {

    private static final Logger LOG = Logger.getLogger(Connection.class);
    private static final EngineClose LEFT = new EngineClose(1000, "left by the client");
    private static final EngineClose NOWHERE = new EngineClose(4001, "no namespace was asked for in time");
    private static final EngineClose TOO_SLOW = new EngineClose(4201, "too slow to take the answers");
    private static final String NO_SUCH_NAMESPACE = "Invalid namespace";

    private final EngineSocket engine;
    private final Application application;
    private final Decoder decoder;
    private final Function<Runnable, Timer> timers;
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();
    private volatile Timer timer;

    Connection(EngineSocket engine, Application application, Decoder decoder, Function<Runnable, Timer> timers) {
        this.engine = engine;
        this.application = application;
        this.decoder = decoder;
        this.timers = timers;
        this.timer = timers.apply(this::closeWhereNobodyIs);
    }

    /** One that runs. */
    @FunctionalInterface
    interface Timer {
        void cancel();
    }

    private record Seat(Peer peer, Listener listener) {}

    @Override
    public void received(String text) {
        handled(() -> decoder.take(text));
    }

    @Override
    public void received(byte[] bytes) {
        handled(() -> decoder.take(bytes));
    }

    @FunctionalInterface
    private interface Reading {
        Optional<Packet> read() throws BadPacket;
    }

    private void handled(Reading reading) {
        try {
            Optional<Packet> packet = reading.read();
            if (packet.isPresent()) {
                handle(packet.get());
            }
        } catch (BadPacket e) {
            LOG.debugf("The connection %s ends: %s", engine.id(), e.getMessage());
            engine.close(EngineClose.BAD_PACKET);
        }
    }

    private void handle(Packet packet) throws BadPacket {
        switch (packet) {
            case Packet.Connect(String namespace, ObjectNode auth) -> connect(namespace, auth);
            case Packet.Disconnect(String namespace) -> leave(namespace);
            case Packet.Event event ->
                inside(
                        event.namespace(),
                        seat -> seat.listener()
                                .said(new Event(
                                        event.name(),
                                        event.arguments(),
                                        seat.peer().acknowledgement(event.id()))));
            case Packet.Ack ack -> inside(ack.namespace(), seat -> seat.peer().acknowledged(ack));
            case Packet.ConnectError error -> throw new BadPacket("a refusal from a client");
        }
    }

    private void connect(String name, ObjectNode auth) throws BadPacket {
        Seat taken = seats.get(name);
        if (taken != null && !taken.peer().isOutside()) {
            throw new BadPacket("a namespace that was asked for before");
        }
        Optional<Application.Namespace> namespace = application.namespace(name);
        if (namespace.isPresent()) {
            Peer peer = new Peer(name, engine, this);
            Seat before = seats.put(name, new Seat(peer, namespace.get().asked(peer, auth)));
            if (before != null) {
                before.listener().gone(LEFT);
            }
        } else {
            refuse(name);
        }
    }

    private void refuse(String name) {
        Packet refusal = new Packet.ConnectError(name, Json.NODES.objectNode().put("message", NO_SUCH_NAMESPACE));
        if (!engine.send(Encoder.encode(refusal))) {
            engine.close(TOO_SLOW);
        }
    }

    private void leave(String namespace) throws BadPacket {
        inside(namespace, seat -> {
            seats.remove(namespace);
            seat.listener().gone(LEFT);
            wentOut();
        });
    }

    /** What comes from a client that was sent out meanwhile is passed over. */
    private void inside(String namespace, Consumer<Seat> action) throws BadPacket {
        Seat seat = seats.get(namespace);
        if (seat != null && seat.peer().isInside()) {
            action.accept(seat);
        } else if (seat == null || !seat.peer().isOutside()) {
            throw new BadPacket("of a namespace that it is not in");
        }
    }

    /** Where it was the last namespace, the client has not long to ask for another. */
    @Override
    public void wentOut() {
        if (isEmpty()) {
            timer.cancel();
            timer = timers.apply(this::closeWhereNobodyIs);
        }
    }

    private void closeWhereNobodyIs() {
        closeIfEmpty(NOWHERE);
    }

    @Override
    public void closeIfEmpty(EngineClose reason) {
        if (isEmpty()) {
            engine.close(reason);
        }
    }

    private boolean isEmpty() {
        return seats.values().stream().allMatch(seat -> seat.peer().isOutside());
    }

    @Override
    public void dropped(Duration after) {
        seats.values().stream()
                .filter(seat -> seat.peer().isInside())
                .forEach(seat -> seat.listener().dropped(after));
    }

    @Override
    public void closed(EngineClose reason) {
        timer.cancel();
        List<Seat> left = List.copyOf(seats.values());
        seats.clear();
        left.forEach(seat -> seat.listener().gone(reason));
    }
}
