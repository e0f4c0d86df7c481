package org.convoke.gateway.wire.socketio.engine;

import io.netty.channel.EventLoop;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Objects;
import org.convoke.gateway.wire.Carrier;
import org.convoke.gateway.wire.Frame;
import org.convoke.gateway.wire.Line;
import org.convoke.gateway.wire.Outbound;
import org.jspecify.annotations.Nullable;

/**
 * A session that polls: a GET takes along what waits, or is held until something comes; a POST brings something. Once a
 * WebSocket has taken over, whatever was not sent yet goes there.
 */
final class Polling implements Transport, Carrier {

    private final EngineSession session;
    private final EventLoop home;
    private final int maxPayload;
    private @Nullable Exchange held;
    private @Nullable Runnable wanting;
    private boolean posting;
    private boolean probed;
    private volatile @Nullable Line successor;

    Polling(EngineSession session, EventLoop home, int maxPayload) {
        this.session = session;
        this.home = home;
        this.maxPayload = maxPayload;
    }

    void poll(Exchange exchange) {
        if (held != null) {
            session.fail(EngineClose.BAD_PACKET);
            exchange.refuse(Refusal.BAD_REQUEST);
            return;
        }
        held = exchange;
        exchange.whenCut(() -> home.execute(() -> cut(exchange)));
        serve();
        if (probed) {
            release();
        }
    }

    private void cut(Exchange exchange) {
        if (held == exchange) {
            held = null;
            session.lost(EngineClose.LOST);
        }
    }

    void post(Exchange exchange) {
        if (posting) {
            session.fail(EngineClose.BAD_PACKET);
            exchange.refuse(Refusal.BAD_REQUEST);
            return;
        }
        posting = true;
        exchange.body(maxPayload)
                .onComplete(body -> home.execute(() -> {
                    posting = false;
                    posted(exchange, body);
                }));
    }

    private void posted(Exchange exchange, AsyncResult<Buffer> body) {
        if (session.isClosed()) {
            exchange.refuse(Refusal.UNKNOWN_SID);
        } else if (body.succeeded()) {
            receive(exchange, Payload.read(body.result()));
        } else if (body.cause() instanceof Exchange.TooLarge) {
            exchange.tooLarge();
            session.fail(EngineClose.TOO_LARGE);
        } else {
            session.lost(EngineClose.LOST);
        }
    }

    private void receive(Exchange exchange, List<Packet> packets) {
        if (packets.stream().allMatch(Polling::isExpected)) {
            packets.forEach(session::received);
            exchange.answer("ok");
        } else {
            exchange.refuse(Refusal.BAD_REQUEST);
            session.fail(EngineClose.BAD_PACKET);
        }
    }

    private static boolean isExpected(Packet packet) {
        return switch (packet) {
            case Packet.Text text -> true;
            case Packet.Binary binary -> true;
            case Packet.Pong pong -> true;
            case Packet.Close close -> true;
            case Packet.Noop noop -> true;
            case Packet.Probe probe -> false;
            case Packet.Upgrade upgrade -> false;
            case Packet.Malformed malformed -> false;
        };
    }

    @Override
    public void run(Runnable task) {
        Line line = successor;
        if (line == null) {
            home.execute(() -> want(task));
        } else {
            line.run(task);
        }
    }

    private void want(Runnable task) {
        Line line = successor;
        if (line == null) {
            wanting = task;
            serve();
        } else {
            line.run(task);
        }
    }

    private void serve() {
        Runnable task = wanting;
        if (held != null && task != null) {
            wanting = null;
            task.run();
        }
    }

    @Override
    public void write(List<Frame> frames, Runnable written) {
        Line line = successor;
        if (line != null) {
            line.write(frames, written);
        } else if (frames.isEmpty()) {
            written.run();
        } else {
            Exchange exchange = Objects.requireNonNull(held, "Nothing is written before a request is held");
            held = null;
            exchange.answer(Payload.of(frames))
                    .onComplete(sent -> home.execute(() -> {
                        if (sent.succeeded()) {
                            written.run();
                        } else {
                            session.lost(EngineClose.LOST);
                        }
                    }));
        }
    }

    /** Answers what is held with a packet that says nothing, so that the client need not wait for it. */
    void release() {
        answer(PacketType.NOOP);
    }

    private void answer(PacketType packet) {
        Exchange exchange = held;
        if (exchange != null) {
            held = null;
            exchange.answer(Payload.of(List.of(packet.alone())));
        }
    }

    /** Whether a WebSocket is about to take over: then no request is held. */
    void probed(boolean now) {
        probed = now;
        if (now) {
            release();
        }
    }

    void handOver(Line line) {
        successor = line;
        release();
        Runnable task = wanting;
        if (task != null) {
            wanting = null;
            line.run(task);
        }
    }

    @Override
    public void end(Outbound outbound, EngineClose reason) {
        outbound.close(PacketType.CLOSE.alone(), session::over);
    }

    @Override
    public void abort(Outbound outbound, EngineClose reason) {
        answer(PacketType.CLOSE);
        session.over();
    }

    @Override
    public void cut() {
        answer(PacketType.CLOSE);
    }
}
