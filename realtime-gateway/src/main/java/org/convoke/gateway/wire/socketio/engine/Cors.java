package org.convoke.gateway.wire.socketio.engine;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** What pages of other origins may do: those that are allowed all, with credentials; others nothing. */
final class Cors {

    /** In seconds: a client polls every 25 s, and asks before each POST once this is over. */
    private static final String REMEMBERED = "600";

    private final Admission admission;

    Cors(Admission admission) {
        this.admission = admission;
    }

    /** Tells the browser that its page may. */
    boolean allows(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return true;
        }
        HttpServerResponse response = request.response();
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (!admission.isAllowed(origin, request.getHeader(HttpHeaders.HOST))) {
            return false;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        return true;
    }

    /** Answers a browser that asks before it sends what its page wants. */
    void preflight(HttpServerRequest request) {
        HttpServerResponse response = request.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, HttpMethod.GET + "," + HttpMethod.POST)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, REMEMBERED);
        String headers = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (headers != null) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
        }
        response.end();
    }
}
