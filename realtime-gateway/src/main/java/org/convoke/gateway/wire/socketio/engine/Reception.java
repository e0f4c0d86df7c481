package org.convoke.gateway.wire.socketio.engine;

import java.time.Duration;
import java.util.function.Consumer;
import org.convoke.gateway.wire.FrameRate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hands what a client says to the application, as much of it as a client may say; on the session's event loop. */
final class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);

    private final EngineSession session;
    private final Heartbeat heartbeat;
    private final FrameRate rate;
    private @Nullable EngineListener listener;

    Reception(EngineSession session, Heartbeat heartbeat, FrameRate rate) {
        this.session = session;
        this.heartbeat = heartbeat;
        this.rate = rate;
    }

    void begin(EngineListener mine) {
        listener = mine;
    }

    void received(Packet packet) {
        if (packet instanceof Packet.Pong) {
            heartbeat.start();
        }
        switch (rate.next()) {
            case FrameRate.Verdict.Taken taken -> handle(packet);
            case FrameRate.Verdict.Warned(Duration after) -> tell(listening -> listening.dropped(after));
            case FrameRate.Verdict.Dropped dropped -> {}
            case FrameRate.Verdict.Over over -> session.fail(EngineClose.TOO_FAST);
        }
    }

    private void handle(Packet packet) {
        switch (packet) {
            case Packet.Text(String text) -> tell(listening -> listening.received(text));
            case Packet.Binary(byte[] bytes) -> tell(listening -> listening.received(bytes));
            case Packet.Pong pong -> {} // heard already, however fast the client speaks
            case Packet.Close close -> session.leave();
            case Packet.Noop noop -> {}
            case Packet.Probe late -> session.fail(EngineClose.BAD_PACKET);
            case Packet.Upgrade late -> session.fail(EngineClose.BAD_PACKET);
            case Packet.Malformed malformed -> session.fail(EngineClose.BAD_PACKET);
        }
    }

    void end(EngineClose reason) {
        tell(listening -> listening.closed(reason));
    }

    private void tell(Consumer<EngineListener> what) {
        if (listener == null) {
            return;
        }
        try {
            what.accept(listener);
        } catch (RuntimeException e) {
            LOG.errorf(e, "What a client said was not served");
            session.fail(EngineClose.INTERNAL);
        }
    }
}
