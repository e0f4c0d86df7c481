package org.convoke.gateway.wire.socketio.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.convoke.gateway.wire.socketio.engine.EngineClose;
import org.convoke.gateway.wire.socketio.engine.EngineMessage;
import org.convoke.gateway.wire.socketio.engine.EngineSocket;

/** The other end of a client, as far as what is said there matters: its messages, bytes in hexadecimal. */
final class Line implements EngineSocket {

    private final List<String> sent = new ArrayList<>();
    private EngineClose closed;
    private boolean full;

    @Override
    public String id() {
        return "line";
    }

    @Override
    public boolean send(List<? extends EngineMessage> messages) {
        if (!full && closed == null) {
            messages.forEach(message -> sent.add(
                    switch (message) {
                        case EngineMessage.Text(var frame) -> new String(frame.content(), UTF_8);
                        case EngineMessage.Binary(var frame) -> HexFormat.of().formatHex(frame.content());
                    }));
        }
        return !full;
    }

    /** All that was sent since the last time. */
    List<String> heard() {
        List<String> heard = List.copyOf(sent);
        sent.clear();
        return heard;
    }

    void fill() {
        full = true;
    }

    Optional<EngineClose> closed() {
        return Optional.ofNullable(closed);
    }

    @Override
    public void forget() {
        sent.clear();
    }

    @Override
    public void whenDrained(Runnable next) {
        next.run();
    }

    @Override
    public int queued() {
        return 0;
    }

    @Override
    public void close(EngineClose reason) {
        closed = reason;
    }
}
