package org.convoke.gateway.wire.gw;

import io.quarkus.runtime.ShutdownEvent;
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
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.live.LiveActivity;
import org.convoke.gateway.presence.PresenceHub;
import org.convoke.gateway.session.Entrance;
import org.convoke.gateway.session.Farewell;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.session.Tokens;
import org.convoke.gateway.stream.Streams;
import org.jboss.logging.Logger;

/** The door of gw.v1. Hands everything to the hub thread in the order it came; never blocks. */
@WebSocket(path = "/ws/v1")
@NonBlocking
public class GwEndpoint {

    private static final Logger LOG = Logger.getLogger(GwEndpoint.class);
    private static final String BEARER = "bearer ";
    /** RFC 6455, section 7.4.1. */
    private static final int TOO_LARGE = 1009;

    private static final int FIRST = 100;
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Map<String, GwConnection> connections = new ConcurrentHashMap<>();
    private final GwContext context;

    GwEndpoint(
            Entrance entrance,
            Hub hub,
            HubThread thread,
            Tokens tokens,
            Streams streams,
            LiveActivity liveActivity,
            PresenceHub presence,
            FrameReader reader,
            FrameWriter writer,
            GatewayConfig config,
            Clock clock) {
        this.context = new GwContext(
                entrance, hub, thread, tokens, streams, liveActivity, presence, reader, writer, config, clock);
    }

    void watch(@Observes StartupEvent event) {
        context.hubThread()
                .every(Duration.ofSeconds(1), () -> connections.values().forEach(GwConnection::tick));
    }

    @OnOpen
    void opened(WebSocketConnection connection) {
        GwConnection mine = new GwConnection(context, connection);
        connections.put(connection.id(), mine);
        HandshakeRequest request = connection.handshakeRequest();
        context.hubThread().run(() -> {
            mine.opened(connection.id());
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

    /** Sends everybody to another pod, spread over a second so that they do not all come at once. */
    void drain(@Observes @Priority(FIRST) ShutdownEvent event) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        context.hubThread().run(() -> {
            connections
                    .values()
                    .forEach(each -> each.close(Farewell.drain(
                            Duration.ofMillis(ThreadLocalRandom.current().nextInt(1000)))));
            told.countDown();
        });
        long end = System.nanoTime() + DRAIN.toNanos();
        boolean inTime = told.await(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        while (inTime && !connections.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
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
