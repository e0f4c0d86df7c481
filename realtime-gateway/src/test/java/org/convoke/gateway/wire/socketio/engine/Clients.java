package org.convoke.gateway.wire.socketio.engine;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Says back what it is told, and remembers the last client. */
final class Clients implements EngineApplication {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Duration> dropped = new CopyOnWriteArrayList<>();
    private volatile @Nullable EngineSocket socket;
    private volatile @Nullable EngineHandshake handshake;
    private volatile @Nullable EngineClose reason;

    EngineSocket socket() {
        EngineSocket known = socket;
        return known == null ? await().until(() -> socket, Objects::nonNull) : known;
    }

    EngineHandshake handshake() {
        return handshake;
    }

    List<String> heard() {
        return heard;
    }

    /** How long she had better wait, each time that she was told. */
    List<Duration> dropped() {
        return dropped;
    }

    /** Why she is gone. */
    @Nullable
    EngineClose reason() {
        return reason;
    }

    @Override
    public EngineListener opened(EngineSocket opened, EngineHandshake with) {
        handshake = with;
        reason = null;
        socket = opened;
        return new EngineListener() {
            @Override
            public void received(String text) {
                heard.add(text);
                opened.send(EngineMessage.of(text));
            }

            @Override
            public void received(byte[] bytes) {
                opened.send(EngineMessage.of(bytes));
            }

            @Override
            public void dropped(Duration after) {
                dropped.add(after);
            }

            @Override
            public void closed(EngineClose why) {
                reason = why;
            }
        };
    }
}
