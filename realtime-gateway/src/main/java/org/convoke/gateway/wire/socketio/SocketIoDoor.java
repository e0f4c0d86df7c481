package org.convoke.gateway.wire.socketio;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.List;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.wire.WireMetrics;
import org.convoke.gateway.wire.socketio.engine.Admission;
import org.convoke.gateway.wire.socketio.engine.EngineApplication;
import org.convoke.gateway.wire.socketio.engine.EngineOptions;
import org.convoke.gateway.wire.socketio.engine.EngineServer;
import org.convoke.gateway.wire.socketio.engine.EngineSocket;
import org.convoke.gateway.wire.socketio.engine.Pods;
import org.jspecify.annotations.Nullable;

/** The door of Socket.IO: an Engine.IO server beside the gateway's other routes. */
@ApplicationScoped
public class SocketIoDoor {

    public static final String WIRE = "socketio";

    /** Before the limit for bodies of REST (-3): a payload that is too large ends its session. */
    private static final int ORDER = -4;

    private final GatewayConfig gateway;
    private final SocketIoConfig config;
    private final WireMetrics metrics;
    private volatile @Nullable EngineServer engine;

    SocketIoDoor(GatewayConfig gateway, SocketIoConfig config, WireMetrics metrics) {
        this.gateway = gateway;
        this.config = config;
        this.metrics = metrics;
    }

    void open(
            @Observes Router router,
            Vertx vertx,
            Instance<EngineApplication> applications,
            Admission admission,
            Pods pods) {
        if (applications.isResolvable()) {
            EngineApplication application = new Counted(applications.get(), metrics);
            EngineServer server = new EngineServer(vertx, options(), application, admission, pods);
            router.route(config.path()).order(ORDER).handler(server::handle);
            metrics.watch(WIRE, server.sockets(), EngineSocket::queued);
            engine = server;
        }
    }

    /** The connections that are open. */
    public Collection<? extends EngineSocket> sockets() {
        EngineServer server = engine;
        return server == null ? List.of() : server.sockets();
    }

    private EngineOptions options() {
        return new EngineOptions(
                gateway.heartbeat(),
                gateway.heartbeatTimeout(),
                config.upgradeTimeout(),
                config.maxPayload(),
                new EngineOptions.Bounds(
                        gateway.queueFrames(), gateway.queueBytes(), gateway.framesPerSecond(), gateway.frameBurst()));
    }
}
