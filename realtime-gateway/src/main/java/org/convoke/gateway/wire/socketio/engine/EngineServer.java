package org.convoke.gateway.wire.socketio.engine;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.convoke.gateway.wire.Line;
import org.convoke.gateway.wire.TextFrame;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Serves an application over Engine.IO, revision 4, on whatever path requests are given to it from. */
public final class EngineServer {

    private static final Logger LOG = Logger.getLogger(EngineServer.class);
    private static final List<String> UPGRADES = List.of("websocket");

    private final Map<String, EngineSession> sessions = new ConcurrentHashMap<>();
    private final Collection<EngineSession> sockets = Collections.unmodifiableCollection(sessions.values());
    private final Vertx vertx;
    private final EngineOptions options;
    private final EngineApplication application;
    private final Admission admission;
    private final Pods pods;
    private final Cors cors;
    private final Forwarder forwarder;

    public EngineServer(
            Vertx vertx, EngineOptions options, EngineApplication application, Admission admission, Pods pods) {
        this.vertx = vertx;
        this.options = options;
        this.application = application;
        this.admission = admission;
        this.pods = pods;
        this.cors = new Cors(admission);
        this.forwarder = new Forwarder(
                vertx, pods, options.pingInterval().plus(options.pingTimeout()).multipliedBy(2));
    }

    /** Those who are here at any time; always the same collection, so that it can be watched. */
    public Collection<? extends EngineSocket> sockets() {
        return sockets;
    }

    /** On the thread of the request. */
    public void handle(RoutingContext routing) {
        Exchange exchange = new Exchange(routing);
        HttpServerRequest request = exchange.request();
        // The pod that forwarded it has asked already, and answers the browser.
        if (!Forwarder.isForwarded(request) && !cors.allows(request)) {
            exchange.refuse(Refusal.FORBIDDEN);
        } else if (request.method() == HttpMethod.OPTIONS) {
            cors.preflight(request);
        } else {
            EngineRequest asked = EngineRequest.of(request);
            asked.refusal().ifPresentOrElse(exchange::refuse, () -> serve(exchange, asked));
        }
    }

    private void serve(Exchange exchange, EngineRequest asked) {
        String sid = asked.sid();
        if (sid == null) {
            open(exchange, asked);
        } else if (forwarder.isOfAnother(sid) && !Forwarder.isForwarded(exchange.request())) {
            forwarder.forward(exchange, sid);
        } else {
            Optional.ofNullable(sessions.get(sid))
                    .ifPresentOrElse(
                            session -> serve(exchange, asked, session), () -> exchange.refuse(Refusal.UNKNOWN_SID));
        }
    }

    private void open(Exchange exchange, EngineRequest asked) {
        if (exchange.request().method() != HttpMethod.GET) {
            exchange.refuse(Refusal.BAD_HANDSHAKE_METHOD);
        } else if (asked.isForWebSocket() && !asked.isUpgrade()) {
            exchange.refuse(Refusal.BAD_REQUEST);
        } else {
            long wait = admission.take();
            if (wait > 0) {
                exchange.comeLater(wait);
            } else if (asked.isForWebSocket()) {
                accept(exchange, home(), link -> begin(exchange, asked, link));
            } else {
                EngineSession session = begin(exchange, asked, null);
                exchange.answer(Payload.of(List.of(opening(session, UPGRADES))));
            }
        }
    }

    private void serve(Exchange exchange, EngineRequest asked, EngineSession session) {
        HttpMethod method = exchange.request().method();
        if (asked.isForWebSocket()) {
            if (asked.isUpgrade()) {
                accept(exchange, session.home(), link -> session.home().execute(() -> session.upgrade(link)));
            } else {
                exchange.refuse(Refusal.BAD_REQUEST);
            }
        } else if (method == HttpMethod.GET) {
            session.home().execute(() -> session.poll(exchange));
        } else if (method == HttpMethod.POST) {
            exchange.request().pause();
            session.home().execute(() -> session.post(exchange));
        } else {
            exchange.refuse(Refusal.BAD_REQUEST);
        }
    }

    private void accept(Exchange exchange, EventLoop home, Consumer<WebSocketLink> next) {
        Line line = Line.of(exchange.request());
        exchange.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    WebSocketLink link = new WebSocketLink(socket, line, home, options.maxPayload());
                    link.open();
                    next.accept(link);
                })
                .onFailure(failure -> LOG.debugf("No WebSocket: %s", failure));
    }

    private EngineSession begin(Exchange exchange, EngineRequest asked, @Nullable WebSocketLink link) {
        String sid = SessionId.next(pods.key());
        EngineSession session = new EngineSession(sid, home(), options, link, ended -> sessions.remove(ended.id()));
        sessions.put(sid, session);
        if (link != null) {
            link.handTo(session);
            session.say(opening(session, List.of()));
        }
        try {
            session.begin(application.opened(session, handshake(exchange.request(), asked)));
        } catch (RuntimeException e) {
            LOG.errorf(e, "A client could not come in");
            session.fail(EngineClose.INTERNAL);
        }
        return session;
    }

    private static EngineHandshake handshake(HttpServerRequest request, EngineRequest asked) {
        return new EngineHandshake(
                request.headers(), asked.query(), request.remoteAddress().hostAddress());
    }

    private TextFrame opening(EngineSession session, List<String> upgrades) {
        return PacketType.OPEN.with(new JsonObject()
                .put("sid", session.id())
                .put("upgrades", new JsonArray(upgrades))
                .put("pingInterval", options.pingInterval().toMillis())
                .put("pingTimeout", options.pingTimeout().toMillis())
                .put("maxPayload", options.maxPayload())
                .encode());
    }

    /** The event loop that serves the request serves what comes of it. */
    private EventLoop home() {
        return ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
    }
}
