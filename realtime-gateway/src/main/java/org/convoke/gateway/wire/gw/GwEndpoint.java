package org.convoke.gateway.wire.gw;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
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
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.wire.Departure;
import org.convoke.gateway.wire.WireMetrics;
import org.jboss.logging.Logger;

/** The door of gw.v1. Hands everything to the hub thread in the order it came; never blocks. */
@WebSocket(path = "/ws/v1")
@NonBlocking
public class GwEndpoint {

    static final String WIRE = "gw";

    private static final Logger LOG = Logger.getLogger(GwEndpoint.class);
    private static final String BEARER = "bearer ";
    /** RFC 6455, section 7.4.1. */
    private static final int TOO_LARGE = 1009;
    /** The line was cut. */
    private static final int ABNORMAL = 1006;

    private static final int BATCH = 200;
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(50);

    private final Map<String, GwConnection> connections = new ConcurrentHashMap<>();
    private final GwContext context;
    private final Limits limits;
    private final FrameReader reader;
    private final Departure departure;
    private final WireMetrics metrics;

    GwEndpoint(GwContext context, Limits limits, FrameReader reader, Departure departure, WireMetrics metrics) {
        this.context = context;
        this.limits = limits;
        this.reader = reader;
        this.departure = departure;
        this.metrics = metrics;
    }

    void watch(@Observes StartupEvent event) {
        metrics.watch(WIRE, connections.values(), GwConnection::queued);
        context.hubThread()
                .every(Duration.ofSeconds(1), () -> connections.values().forEach(GwConnection::tick));
    }

    @OnOpen
    void opened(WebSocketConnection connection) {
        GwConnection mine = new GwConnection(context, limits, reader, connection);
        connections.put(connection.id(), mine);
        HandshakeRequest request = connection.handshakeRequest();
        context.hubThread().run(() -> {
            mine.opened(connection.id());
            if (departure.hasBegun()) {
                mine.close(departure.farewell());
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
            context.hubThread().run(() -> mine.close(Farewell.BINARY));
        }
    }

    @OnClose
    void closed(WebSocketConnection connection) {
        GwConnection mine = connections.remove(connection.id());
        if (mine != null) {
            metrics.closed(
                    WIRE,
                    mine.farewell()
                            .map(Farewell::code)
                            .or(() -> Optional.ofNullable(connection.closeReason())
                                    .map(CloseReason::getCode))
                            .orElse(ABNORMAL));
            context.hubThread().run(mine::gone);
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

    /**
     * Sends everybody to another pod, in batches. On SIGTERM this comes before the HTTP server closes, which would cut all
     * sockets; Kafka's consumer group is left long after.
     */
    void drain(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
        departure.begin(connections.size());
        long end = System.nanoTime() + departure.longest().toNanos();
        Iterator<GwConnection> leaving = List.copyOf(connections.values()).iterator();
        while (leaving.hasNext() && System.nanoTime() < end) {
            for (int i = 0; i < BATCH && leaving.hasNext(); i++) {
                sendAway(leaving.next());
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_BATCHES.toMillis());
        }
        while (!connections.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_BATCHES.toMillis());
        }
    }

    private void sendAway(GwConnection connection) {
        context.hubThread().run(() -> connection.close(departure.farewell()));
    }

    private static Optional<ClientFrame.Auth> credentials(HandshakeRequest request) {
        return Optional.ofNullable(request.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> new ClientFrame.Auth(
                        header.substring(BEARER.length()).trim(),
                        QueryParameters.of(request).get("device"),
                        Optional.ofNullable(QueryParameters.of(request).get("cursor")),
                        Map.of()));
    }
}
