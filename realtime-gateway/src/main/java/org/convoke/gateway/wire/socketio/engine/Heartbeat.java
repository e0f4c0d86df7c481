package org.convoke.gateway.wire.socketio.engine;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** Asks a client for a sign of life, again and again, and finds out when there is none; on one event loop. */
final class Heartbeat {

    private final EventLoop loop;
    private final long interval;
    private final long timeout;
    private final Runnable ask;
    private final Runnable dead;
    private @Nullable ScheduledFuture<?> next;
    private boolean asked;
    private long due;

    Heartbeat(EventLoop loop, EngineOptions options, Runnable ask, Runnable dead) {
        this.loop = loop;
        this.interval = options.pingInterval().toNanos();
        this.timeout = options.pingTimeout().toNanos();
        this.ask = ask;
        this.dead = dead;
    }

    /** Also on every sign of life. */
    void start() {
        stop();
        asked = false;
        due = System.nanoTime() + interval;
        wake();
    }

    void stop() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    /** Whether the client is past its time, even if the thread was too busy to notice. */
    boolean isOver() {
        return System.nanoTime() - due >= (asked ? 0 : timeout);
    }

    private void wake() {
        next = loop.schedule(this::beat, Math.max(0, due - System.nanoTime()), NANOSECONDS);
    }

    private void beat() {
        if (asked) {
            next = null;
            dead.run();
        } else {
            asked = true;
            due += timeout;
            wake();
            ask.run();
        }
    }
}
