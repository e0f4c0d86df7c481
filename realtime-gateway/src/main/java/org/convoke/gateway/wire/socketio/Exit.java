package org.convoke.gateway.wire.socketio;

import java.time.Duration;
import java.util.List;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.wire.Answer;
import org.convoke.gateway.wire.socketio.engine.EngineClose;
import org.convoke.gateway.wire.socketio.protocol.Peer;
import org.jspecify.annotations.Nullable;

/**
 * How a client leaves: whoever is to come again loses its transport, and does so by itself; to whoever is not the
 * namespace is closed. Hub thread only.
 */
final class Exit {

    /** Below, a client must not come again by itself. */
    private static final int FIRST_TO_COME_BACK = 4100;

    private static final Duration LAST_WORD = Duration.ofSeconds(1);

    private final SocketIoContext context;
    private final Peer peer;
    private Answer.@Nullable Refused refusal;

    Exit(SocketIoContext context, Peer peer) {
        this.context = context;
        this.peer = peer;
    }

    /** Why it will not be let in. */
    void because(Answer.Refused why) {
        refusal = why;
    }

    /** @param inside whether it was let in before */
    void leave(Farewell farewell, boolean inside) {
        EngineClose reason = new EngineClose(farewell.code(), farewell.reason());
        if (farewell.equals(Farewell.SLOW_CONSUMER)) {
            peer.engine().forget();
        }
        if (inside) {
            peer.emit("bye", List.of(context.statements().bye(farewell)));
        }
        if (farewell.code() >= FIRST_TO_COME_BACK) {
            // It comes back at once, whatever it is told: what it has to wait for is waited for here.
            after(farewell.after(), () -> peer.close(reason));
        } else {
            close(farewell, inside);
            after(LAST_WORD, () -> peer.closeIfUnused(reason));
        }
    }

    private void close(Farewell farewell, boolean inside) {
        if (inside) {
            peer.sendOut();
        } else if (refusal != null) {
            peer.refuse(refusal.message(), context.statements().answer(refusal));
        } else {
            peer.refuse(farewell.reason(), context.statements().nothing().put("code", farewell.code()));
        }
    }

    private void after(Duration delay, Runnable task) {
        if (delay.isZero()) {
            task.run();
        } else {
            context.hubThread().after(delay, task);
        }
    }
}
