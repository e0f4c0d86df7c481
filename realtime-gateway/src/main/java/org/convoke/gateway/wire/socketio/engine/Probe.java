package org.convoke.gateway.wire.socketio.engine;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.List;
import org.convoke.gateway.wire.Line;

/** A WebSocket that would take over from polling: it is tried first, and if it fails polling goes on. */
final class Probe implements WebSocketLink.Receiver {

    private static final String WORD = "probe";
    private static final EngineClose TOO_LATE = new EngineClose(1008, "the upgrade took too long");

    private final EngineSession session;
    private final WebSocketLink link;
    private final ScheduledFuture<?> end;
    private boolean tried;

    Probe(EngineSession session, WebSocketLink link, EventLoop home, Duration timeout) {
        this.session = session;
        this.link = link;
        this.end = home.schedule(() -> giveUp(TOO_LATE), timeout.toNanos(), NANOSECONDS);
    }

    @Override
    public void received(Packet packet) {
        switch (packet) {
            case Packet.Probe probe -> {
                tried = true;
                answer();
                session.probed();
            }
            case Packet.Upgrade upgrade
            when tried -> {
                end.cancel(false);
                session.upgraded(link);
            }
            default -> giveUp(EngineClose.BAD_PACKET);
        }
    }

    private void answer() {
        Line line = link.line();
        line.run(() -> line.write(List.of(PacketType.PONG.with(WORD)), () -> {}));
    }

    @Override
    public void lost(EngineClose reason) {
        end.cancel(false);
        session.unprobed();
    }

    void giveUp(EngineClose reason) {
        link.close(reason);
        link.handTo(WebSocketLink.NOBODY);
        lost(reason);
    }
}
