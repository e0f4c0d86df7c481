package org.convoke.gateway.wire.socketio.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.convoke.gateway.wire.socketio.engine.EngineClose;
import org.convoke.gateway.wire.socketio.engine.EngineSocket;

/** One client in one namespace. From any thread; what answers false found too much waiting for the client already. */
public final class Peer {

    /** Acknowledgements that are waited for. */
    private static final int MOST_AWAITED = 1000;

    private final String id = UUID.randomUUID().toString();
    private final String namespace;
    private final EngineSocket engine;
    private final Host host;
    private final AtomicLong acknowledgements = new AtomicLong();
    private final Map<Long, Consumer<List<JsonNode>>> awaited = new ConcurrentHashMap<>();
    private volatile State state = State.ASKING;

    private enum State {
        ASKING,
        INSIDE,
        OUTSIDE
    }

    Peer(String namespace, EngineSocket engine, Host host) {
        this.namespace = namespace;
        this.engine = engine;
        this.host = host;
    }

    /** The connection that the peer is on. */
    interface Host {

        /** The application keeps or sends the client out. */
        void wentOut();

        /** Ends a connection that is used for no namespace. */
        void closeIfEmpty(EngineClose reason);
    }

    public String id() {
        return id;
    }

    /** The connection, which the client may use for other namespaces too. */
    public EngineSocket engine() {
        return engine;
    }

    /** @param more what the client is told besides its {@code sid} */
    public boolean letIn(ObjectNode more) {
        state = State.INSIDE;
        ObjectNode data = Json.NODES.objectNode().put("sid", id);
        data.setAll(more);
        return send(new Packet.Connect(namespace, data));
    }

    /** Keeps the client out; it does not ask again by itself. {@code data} is for its application. */
    public boolean refuse(String message, ObjectNode data) {
        goOut();
        ObjectNode error = Json.NODES.objectNode().put("message", message);
        if (!data.isEmpty()) {
            error.set("data", data);
        }
        return send(new Packet.ConnectError(namespace, error));
    }

    /** Sends the client out; it does not come again by itself. */
    public boolean sendOut() {
        goOut();
        return send(new Packet.Disconnect(namespace));
    }

    public boolean emit(String event, List<? extends JsonNode> arguments) {
        return send(event(OptionalLong.empty(), event, arguments));
    }

    /** {@code acknowledged} gets what the client answers, if it does, on its connection's own thread. */
    public boolean emit(String event, List<? extends JsonNode> arguments, Consumer<List<JsonNode>> acknowledged) {
        if (awaited.size() >= MOST_AWAITED) {
            return false;
        }
        long number = acknowledgements.getAndIncrement();
        awaited.put(number, acknowledged);
        return send(event(OptionalLong.of(number), event, arguments));
    }

    private Packet event(OptionalLong number, String name, List<? extends JsonNode> arguments) {
        if (Decoder.RESERVED.contains(name)) {
            throw new IllegalArgumentException(name + " is a reserved name");
        }
        return new Packet.Event(namespace, number, name, List.copyOf(arguments));
    }

    private boolean send(Packet packet) {
        return engine.send(Encoder.encode(packet));
    }

    private void goOut() {
        state = State.OUTSIDE;
        host.wentOut();
    }

    boolean isInside() {
        return state == State.INSIDE;
    }

    boolean isOutside() {
        return state == State.OUTSIDE;
    }

    Optional<Event.Acknowledgement> acknowledgement(OptionalLong number) {
        return number.isEmpty() ? Optional.empty() : Optional.of(acknowledgement(number.getAsLong()));
    }

    private Event.Acknowledgement acknowledgement(long number) {
        AtomicBoolean given = new AtomicBoolean();
        return arguments -> given.getAndSet(true) || send(new Packet.Ack(namespace, number, List.copyOf(arguments)));
    }

    /** An answer that nobody waits for is passed over. */
    void acknowledged(Packet.Ack answer) {
        Consumer<List<JsonNode>> waiting = awaited.remove(answer.id());
        if (waiting != null) {
            waiting.accept(answer.arguments());
        }
    }

    /** Ends the connection of a client that was refused or sent out, unless it is used for something else by now. */
    public void closeIfUnused(EngineClose reason) {
        host.closeIfEmpty(reason);
    }

    /** Ends the connection, not only this namespace: the client comes again by itself. */
    public void close(EngineClose reason) {
        engine.close(reason);
    }
}
