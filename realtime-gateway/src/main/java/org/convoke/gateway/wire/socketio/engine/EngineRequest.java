package org.convoke.gateway.wire.socketio.engine;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the query of a request asks for. */
record EngineRequest(MultiMap query, boolean isUpgrade) {

    private static final String REVISION = "4";
    private static final String WEBSOCKET = "websocket";
    private static final String POLLING = "polling";

    static EngineRequest of(HttpServerRequest request) {
        return new EngineRequest(
                query(request.uri()), WEBSOCKET.equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE)));
    }

    private static MultiMap query(String uri) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        try {
            new QueryStringDecoder(uri).parameters().forEach(query::add);
        } catch (IllegalArgumentException badlyEncoded) {
            return MultiMap.caseInsensitiveMultiMap();
        }
        return query;
    }

    Optional<Refusal> refusal() {
        if (!isFor(WEBSOCKET) && !isFor(POLLING)) {
            return Optional.of(Refusal.UNKNOWN_TRANSPORT);
        }
        if (!REVISION.equals(query.get("EIO"))) {
            return Optional.of(Refusal.UNSUPPORTED_PROTOCOL_VERSION);
        }
        return Optional.empty();
    }

    boolean isForWebSocket() {
        return isFor(WEBSOCKET);
    }

    private boolean isFor(String transport) {
        return transport.equals(query.get("transport"));
    }

    /** The session that it belongs to; without one it is a handshake. */
    @Nullable
    String sid() {
        return query.get("sid");
    }
}
