package org.convoke.gateway.wire.socketio.engine;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An Engine.IO server with nothing of the gateway around it. */
public final class PlainServer implements AutoCloseable {

    /** As impatient as the protocol's own tests expect it; one may say as much as one likes. */
    public static final EngineOptions QUICK = new EngineOptions(
            Duration.ofMillis(300),
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            1_000_000,
            new EngineOptions.Bounds(1_000_000, 1 << 28, 1_000_000, 1_000_000));

    /** As patient as the gateway, and with as much room. */
    public static final EngineOptions PATIENT = new EngineOptions(
            Duration.ofSeconds(25),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            65_536,
            new EngineOptions.Bounds(512, 1 << 20, 1_000_000, 1_000_000));

    /** The same where a WebSocket has to be quick. */
    static final EngineOptions QUICK_UPGRADE = new EngineOptions(
            PATIENT.pingInterval(),
            PATIENT.pingTimeout(),
            Duration.ofSeconds(1),
            PATIENT.maxPayload(),
            PATIENT.bounds());

    public static final Admission OPEN = new Admission() {
        @Override
        public boolean isAllowed(String origin, @Nullable String ownHost) {
            return true;
        }

        @Override
        public long take() {
            return 0;
        }
    };

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger handled = new AtomicInteger();
    private final Router router = Router.router(vertx);
    private final EngineOptions options;
    private final EngineServer engine;
    private final HttpServer http;

    private PlainServer(
            EngineOptions options, EngineApplication application, Admission admission, Pods pods, Address address) {
        this.options = options;
        engine = new EngineServer(vertx, options, application, admission, pods);
        router.route(address.path()).handler(this::handle);
        HttpServerOptions server = new HttpServerOptions()
                .setPerMessageWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(options.maxPayload())
                .setMaxWebSocketMessageSize(options.maxPayload());
        http = done(vertx.createHttpServer(server).requestHandler(router).listen(address.port()));
    }

    /** Serves another application besides. */
    public PlainServer and(EngineApplication application, String path) {
        EngineServer other = new EngineServer(vertx, options, application, OPEN, Pods.alone());
        router.route(path).handler(other::handle);
        return this;
    }

    private void handle(RoutingContext routing) {
        engine.handle(routing);
        handled.incrementAndGet();
    }

    /** How many requests have come in so far, answered or held. */
    int handled() {
        return handled.get();
    }

    private record Address(int port, String path) {}

    public static PlainServer serving(EngineApplication application, EngineOptions options, int port, String path) {
        return new PlainServer(options, application, OPEN, Pods.alone(), new Address(port, path));
    }

    static PlainServer serving(EngineApplication application, EngineOptions options) {
        return serving(application, options, OPEN, Pods.alone());
    }

    static PlainServer serving(EngineApplication application, EngineOptions options, Admission admission, Pods pods) {
        return new PlainServer(options, application, admission, pods, new Address(0, "/engine.io/"));
    }

    /** A pod beside others. */
    public static PlainServer pod(EngineApplication application, Pods pods, String path) {
        return new PlainServer(PATIENT, application, OPEN, pods, new Address(0, path));
    }

    public int port() {
        return http.actualPort();
    }

    EngineServer engine() {
        return engine;
    }

    @Override
    public void close() {
        done(vertx.close());
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
