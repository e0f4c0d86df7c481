package org.convoke.gateway.wire.socketio.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.convoke.gateway.wire.socketio.engine.EngineClose;

/**
 * What the protocol's own test-suite expects behind it: {@code /} tells the credentials, answers {@code message} with
 * {@code message-back} and acknowledges {@code message-with-ack}; {@code /custom} tells the credentials.
 */
public final class Echo implements Application {

    private final Executor later;

    /** @param later runs what is not to reach the client together with its welcome */
    public Echo(Executor later) {
        this.later = later;
    }

    @Override
    public Optional<Namespace> namespace(String name) {
        return switch (name) {
            case "/" -> Optional.of((peer, auth) -> let(peer, auth, new Answering(peer)));
            case "/custom" -> Optional.of((peer, auth) -> let(peer, auth, new Silent()));
            default -> Optional.empty();
        };
    }

    private Listener let(Peer peer, ObjectNode auth, Listener listener) {
        peer.letIn(Json.NODES.objectNode());
        later.execute(() -> peer.emit("auth", List.of(auth)));
        return listener;
    }

    private record Answering(Peer peer) implements Listener {

        @Override
        public void said(Event event) {
            switch (event.name()) {
                case "message" -> peer.emit("message-back", event.arguments());
                case "message-with-ack" -> event.acknowledgement().ifPresent(back -> back.with(event.arguments()));
                default -> {} // as an application does that has no listener for it
            }
        }

        @Override
        public void gone(EngineClose reason) {}
    }

    private record Silent() implements Listener {

        @Override
        public void said(Event event) {}

        @Override
        public void gone(EngineClose reason) {}
    }
}
