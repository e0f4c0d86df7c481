package org.convoke.gateway.wire.socketio;

import java.time.Duration;
import java.util.function.Consumer;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.wire.Departure;
import org.convoke.gateway.wire.Wire;
import org.convoke.gateway.wire.socketio.engine.EngineClose;
import org.convoke.gateway.wire.socketio.engine.EngineListener;
import org.convoke.gateway.wire.socketio.engine.EngineSocket;
import org.jspecify.annotations.Nullable;

/** One connection of an engine, whether somebody has signed in on it or not. */
final class SocketIoGuest implements EngineListener, Wire.Guest {

    /** Time to say goodbye to the last before the pod ends. */
    private static final Duration GOODBYES = Duration.ofSeconds(2);

    private final EngineSocket socket;
    private final EngineListener protocol;
    private final HubThread hubThread;
    private final Consumer<SocketIoGuest> left;
    private volatile @Nullable Visitor visitor;

    SocketIoGuest(EngineSocket socket, EngineListener protocol, HubThread hubThread, Consumer<SocketIoGuest> left) {
        this.socket = socket;
        this.protocol = protocol;
        this.hubThread = hubThread;
        this.left = left;
    }

    String id() {
        return socket.id();
    }

    void visits(Visitor latest) {
        visitor = latest;
    }

    @Override
    public void received(String text) {
        protocol.received(text);
    }

    @Override
    public void received(byte[] bytes) {
        protocol.received(bytes);
    }

    @Override
    public void dropped(Duration after) {
        protocol.dropped(after);
    }

    @Override
    public void closed(EngineClose reason) {
        protocol.closed(reason);
        left.accept(this);
    }

    /** The client comes again at once and cannot be told to wait: it stays until its turn has come. */
    @Override
    public void sendAway(Departure departure) {
        Duration longest = departure.longest().minus(GOODBYES);
        Duration turn = departure.farewell().after();
        hubThread.after(turn.compareTo(longest) < 0 ? turn : longest, this::leave);
    }

    private void leave() {
        Farewell farewell = Farewell.drain(Duration.ZERO);
        Visitor inside = visitor;
        if (inside != null && !inside.client().isClosed()) {
            inside.client().close(farewell);
        } else {
            socket.close(new EngineClose(farewell.code(), farewell.reason()));
        }
    }
}
