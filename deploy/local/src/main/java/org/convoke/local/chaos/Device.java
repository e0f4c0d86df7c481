package org.convoke.local.chaos;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A device that stays connected: to one gateway as long as that is there, else to the next, always from where it was.
 * It waits as the gateway says, or a random while, so that many do not come at once.
 */
final class Device implements AutoCloseable {

    private static final long LONGEST_MILLIS = 1_000;

    private final Player player;
    private final DeviceLog log;
    private final Rest rest;
    private final List<URI> gateways;
    private final Thread thread;
    private int turn;
    private volatile @Nullable Connection current;
    private volatile boolean closed;

    /** @param first the gateway that is tried first */
    Device(Player player, String name, Rest rest, List<URI> gateways, int first) {
        this.player = player;
        this.log = new DeviceLog(player.id(), name);
        this.rest = rest;
        this.gateways = gateways;
        this.turn = first;
        this.thread = Thread.ofVirtual().name(name).start(this::stayConnected);
    }

    DeviceLog log() {
        return log;
    }

    /** Whether it has been signed in anew, and is, since that moment in {@link System#nanoTime}. */
    boolean isLiveSince(long nanos) {
        Connection latest = current;
        return latest != null && latest.isReady() && latest.openedAt() >= nanos;
    }

    private void stayConnected() {
        while (!closed) {
            Duration pause = connect(gateways.get(turn % gateways.size()));
            turn++;
            if (!closed) {
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    /** @return how long to wait before the next attempt */
    private Duration connect(URI gateway) {
        Connection connection = new Connection(player, log);
        try {
            connection.open(rest.client(), gateway);
            current = connection;
            return connection.awaitEnd(() -> closed).plus(jitter());
        } catch (CompletionException refused) {
            return retryAfter(refused).plus(jitter());
        }
    }

    private static Duration retryAfter(CompletionException refused) {
        return refused.getCause() instanceof WebSocketHandshakeException handshake
                ? Duration.ofSeconds(handshake
                        .getResponse()
                        .headers()
                        .firstValueAsLong("Retry-After")
                        .orElse(0))
                : Duration.ZERO;
    }

    private static Duration jitter() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(LONGEST_MILLIS / 20, LONGEST_MILLIS));
    }

    @Override
    public void close() {
        closed = true;
        Connection latest = current;
        if (latest != null) {
            latest.abort();
        }
        LockSupport.unpark(thread);
    }
}
