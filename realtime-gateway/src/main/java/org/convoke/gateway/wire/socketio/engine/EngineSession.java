package org.convoke.gateway.wire.socketio.engine;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.convoke.gateway.wire.Outbound;
import org.convoke.gateway.wire.TextFrame;
import org.jspecify.annotations.Nullable;

/** One client from its handshake to its end. Everything but the sending runs on its event loop. */
final class EngineSession implements EngineSocket, WebSocketLink.Receiver {

    private static final Duration LAST_WORD = Duration.ofSeconds(3);

    private final String id;
    private final EventLoop home;
    private final EngineOptions options;
    private final Consumer<EngineSession> atTheEnd;
    private final Outbound outbound;
    private final Heartbeat heartbeat;
    private final Reception reception;
    private Transport transport;
    private @Nullable Probe probe;
    private @Nullable ScheduledFuture<?> cut;
    /** Nothing is to be sent any more. */
    private volatile boolean mute;

    private boolean closed;

    /**
     * @param link what it comes in with; without one it polls
     * @param atTheEnd is told when nothing more is to be asked of it
     */
    EngineSession(
            String id,
            EventLoop home,
            EngineOptions options,
            @Nullable WebSocketLink link,
            Consumer<EngineSession> atTheEnd) {
        this.id = id;
        this.home = home;
        this.options = options;
        this.atTheEnd = atTheEnd;
        if (link == null) {
            Polling polling = new Polling(this, home, options.maxPayload());
            this.transport = polling;
            this.outbound = options.outbound(polling);
        } else {
            this.transport = new Socket(link);
            this.outbound = options.outbound(link.line());
        }
        this.heartbeat = new Heartbeat(home, options, this::ask, () -> fail(EngineClose.NO_PONG));
        this.reception = new Reception(this, heartbeat, options.packetRate());
    }

    EventLoop home() {
        return home;
    }

    void say(TextFrame opening) {
        outbound.offer(opening);
    }

    void begin(EngineListener listener) {
        reception.begin(listener);
        heartbeat.start();
    }

    private void ask() {
        outbound.offer(PacketType.PING.alone());
    }

    void poll(Exchange exchange) {
        serve(exchange, polling -> polling.poll(exchange));
    }

    void post(Exchange exchange) {
        serve(exchange, polling -> polling.post(exchange));
    }

    private void serve(Exchange exchange, Consumer<Polling> request) {
        if (!closed && heartbeat.isOver()) {
            fail(EngineClose.NO_PONG);
            exchange.refuse(Refusal.UNKNOWN_SID);
        } else if (transport instanceof Polling polling) {
            request.accept(polling);
        } else {
            exchange.refuse(Refusal.BAD_REQUEST);
        }
    }

    /** A WebSocket would take over. */
    void upgrade(WebSocketLink link) {
        if (closed || probe != null || transport instanceof Socket) {
            link.close(EngineClose.ONE_SOCKET);
        } else {
            probe = new Probe(this, link, home, options.upgradeTimeout());
            link.handTo(probe);
        }
    }

    void probed() {
        if (transport instanceof Polling polling) {
            polling.probed(true);
        }
    }

    /** Polling goes on. */
    void unprobed() {
        probe = null;
        if (transport instanceof Polling polling) {
            polling.probed(false);
        }
    }

    void upgraded(WebSocketLink link) {
        probe = null;
        if (transport instanceof Polling polling) {
            link.handTo(this);
            transport = new Socket(link);
            polling.handOver(link.line());
        }
    }

    @Override
    public void received(Packet packet) {
        if (!closed) {
            reception.received(packet);
        }
    }

    /** The client says that it goes. */
    void leave() {
        if (transport instanceof Polling polling) {
            polling.release();
        }
        fail(EngineClose.BY_CLIENT);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean send(EngineMessage message) {
        return mute || outbound.offer(message.frame());
    }

    @Override
    public boolean send(List<? extends EngineMessage> messages) {
        return mute
                || outbound.offer(messages.stream().map(EngineMessage::frame).toList());
    }

    @Override
    public void forget() {
        outbound.forget();
    }

    @Override
    public void whenDrained(Runnable next) {
        outbound.whenDrained(next);
    }

    @Override
    public int queued() {
        return outbound.size();
    }

    @Override
    public void close(EngineClose reason) {
        mute = true;
        home.execute(() -> {
            if (closing(reason)) {
                transport.end(outbound, reason);
            }
        });
    }

    /** Ends it for what the client did, or did not do: nothing more is asked of it. */
    void fail(EngineClose reason) {
        if (closing(reason)) {
            transport.abort(outbound, reason);
        }
    }

    private boolean closing(EngineClose reason) {
        if (closed) {
            return false;
        }
        cut = home.schedule(this::cut, LAST_WORD.toNanos(), NANOSECONDS);
        silence(reason);
        return true;
    }

    private void silence(EngineClose reason) {
        closed = true;
        mute = true;
        heartbeat.stop();
        if (probe != null) {
            probe.giveUp(reason);
        }
        reception.end(reason);
    }

    private void cut() {
        transport.cut();
        over();
    }

    /** The connection has ended, whoever ended it. */
    @Override
    public void lost(EngineClose reason) {
        if (!closed) {
            silence(reason);
        }
        over();
    }

    boolean isClosed() {
        return closed;
    }

    void over() {
        if (cut != null) {
            cut.cancel(false);
        }
        atTheEnd.accept(this);
    }
}
