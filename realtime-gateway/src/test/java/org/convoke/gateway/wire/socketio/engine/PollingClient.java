package org.convoke.gateway.wire.socketio.engine;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A client that polls, request by request. */
final class PollingClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String QUERY = "?EIO=4&transport=polling";

    private final int port;
    private final String sid;

    private PollingClient(int port, String sid) {
        this.port = port;
        this.sid = sid;
    }

    static PollingClient open(int port) {
        return new PollingClient(port, opening(get(port, QUERY).body()).getString("sid"));
    }

    /** The session asked for at another pod. */
    PollingClient at(int otherPort) {
        return new PollingClient(otherPort, sid);
    }

    static PollingClient of(int port, String sid) {
        return new PollingClient(port, sid);
    }

    /** What the handshake says. */
    static JsonObject opening(String packet) {
        if (!packet.startsWith("0")) {
            throw new AssertionError("No handshake: " + packet);
        }
        return new JsonObject(packet.substring(1));
    }

    String sid() {
        return sid;
    }

    HttpResponse<String> poll() {
        return polling().join();
    }

    CompletableFuture<HttpResponse<String>> polling() {
        return send(to(port, QUERY + "&sid=" + sid).GET());
    }

    HttpResponse<String> post(String body) {
        return posting(BodyPublishers.ofString(body)).join();
    }

    CompletableFuture<HttpResponse<String>> posting(BodyPublisher body) {
        return send(to(port, QUERY + "&sid=" + sid).POST(body));
    }

    static HttpResponse<String> get(int port, String query) {
        return send(to(port, query).GET()).join();
    }

    static HttpRequest.Builder to(int port, String query) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine.io/" + query))
                .timeout(PATIENCE);
    }

    static CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
    }
}
