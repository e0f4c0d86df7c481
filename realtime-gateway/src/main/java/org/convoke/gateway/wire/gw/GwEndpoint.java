package org.convoke.gateway.wire.gw;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.wire.CommandReader;
import org.convoke.gateway.wire.Credentials;
import org.convoke.gateway.wire.Departure;
import org.convoke.gateway.wire.Wire;
import org.convoke.gateway.wire.WireMetrics;
import org.jboss.logging.Logger;

/** The door of gw.v1. Hands everything to the hub thread in the order it came; never blocks. */
@WebSocket(path = "/ws/v1")
@NonBlocking
public class GwEndpoint implements Wire {

    static final String WIRE = "gw";

    private static final Logger LOG = Logger.getLogger(GwEndpoint.class);
    private static final String BEARER = "bearer ";
    /** RFC 6455, section 7.4.1. */
    private static final int TOO_LARGE = 1009;
    /** The line was cut. */
    private static final int ABNORMAL = 1006;

    private final Map<String, GwConnection> connections = new ConcurrentHashMap<>();
    private final GwContext context;
    private final Departure departure;
    private final WireMetrics metrics;

    GwEndpoint(GwContext context, Departure departure, WireMetrics metrics) {
        this.context = context;
        this.departure = departure;
        this.metrics = metrics;
    }

    void watch(@Observes StartupEvent event) {
        metrics.watch(WIRE, connections.values(), GwConnection::queued);
    }

    @OnOpen
    void opened(WebSocketConnection connection) {
        GwConnection mine = new GwConnection(context, connection);
        connections.put(connection.id(), mine);
        HandshakeRequest request = connection.handshakeRequest();
        context.hubThread().run(() -> {
            mine.opened(connection.id());
            if (departure.hasBegun()) {
                mine.client().close(departure.farewell());
            }
            credentials(request).ifPresent(auth -> mine.authenticate(0, auth));
        });
    }

    @OnTextMessage
    void received(String text, WebSocketConnection connection) {
        GwConnection mine = connections.get(connection.id());
        if (mine != null) {
            mine.arrived(text);
        }
    }

    /** The protocol has none. */
    @OnBinaryMessage
    void received(Buffer bytes, WebSocketConnection connection) {
        GwConnection mine = connections.get(connection.id());
        if (mine != null) {
            context.hubThread().run(() -> mine.client().close(Farewell.BINARY));
        }
    }

    @OnClose
    void closed(WebSocketConnection connection) {
        GwConnection mine = connections.remove(connection.id());
        if (mine != null) {
            metrics.closed(
                    WIRE,
                    mine.client()
                            .farewell()
                            .map(Farewell::code)
                            .or(() -> Optional.ofNullable(connection.closeReason())
                                    .map(CloseReason::getCode))
                            .orElse(ABNORMAL));
            context.hubThread().run(mine.client()::gone);
        }
    }

    /** A message over the limit that came in pieces; one that came whole ends with 1009 by itself. */
    @OnError
    Uni<Void> tooLarge(IllegalStateException failure, WebSocketConnection connection) {
        LOG.debugf("The connection %s ends: %s", connection.id(), failure);
        return connection.close(new CloseReason(TOO_LARGE, "a message has at most 64 KiB"));
    }

    @OnError
    void failed(Throwable failure, WebSocketConnection connection) {
        LOG.debugf("The connection %s failed: %s", connection.id(), failure);
    }

    @Override
    public Collection<GwConnection> guests() {
        return connections.values();
    }

    private static Optional<Credentials> credentials(HandshakeRequest request) {
        return Optional.ofNullable(request.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> credentials(header.substring(BEARER.length()).trim(), QueryParameters.of(request)));
    }

    private static Credentials credentials(String token, Map<String, String> parameters) {
        Optional<Cursor> cursor = Optional.ofNullable(parameters.get("cursor")).map(CommandReader::cursor);
        return new Credentials(token, Optional.ofNullable(parameters.get("device")), Hub.Arrival.at(cursor, Map.of()));
    }
}
