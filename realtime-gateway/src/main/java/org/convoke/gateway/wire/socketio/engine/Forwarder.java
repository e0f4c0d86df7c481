package org.convoke.gateway.wire.socketio.engine;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Hands requests of a session to the pod that has it, once: that pod hands them to no other. */
final class Forwarder {

    private static final Logger LOG = Logger.getLogger(Forwarder.class);
    private static final String FORWARDED = "X-Convoke-Forwarded";
    private static final Duration CONNECTING = Duration.ofSeconds(1);
    /** Each request that is held, and each WebSocket, has a connection. */
    private static final int CONNECTIONS = 100_000;

    private final Pods pods;
    private final HttpClient client;

    /** @param silence after which a connection to another pod is dead */
    Forwarder(Vertx vertx, Pods pods, Duration silence) {
        this.pods = pods;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECTING.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) silence.toMillis())
                .setMaxPoolSize(CONNECTIONS));
    }

    static boolean isForwarded(HttpServerRequest request) {
        return request.headers().contains(FORWARDED);
    }

    boolean isOfAnother(String sid) {
        return SessionId.isOne(sid) && !SessionId.podOf(sid).equals(pods.key());
    }

    void forward(Exchange exchange, String sid) {
        HttpServerRequest request = exchange.request();
        request.pause();
        pods.find(SessionId.podOf(sid))
                .compose(found -> found.map(this::connect).orElseGet(() -> Future.failedFuture("No pod has that key")))
                .onSuccess(onwards -> HttpProxy.reverseProxy(client)
                        .origin(context -> Future.succeededFuture(onwards))
                        .handle(request))
                .onFailure(failure -> {
                    LOG.debugf("The pod of a session is not to be had: %s", failure);
                    request.resume();
                    exchange.refuse(Refusal.UNKNOWN_SID);
                });
    }

    private Future<HttpClientRequest> connect(SocketAddress pod) {
        return client.request(new RequestOptions().setServer(pod).putHeader(FORWARDED, "1"));
    }
}
