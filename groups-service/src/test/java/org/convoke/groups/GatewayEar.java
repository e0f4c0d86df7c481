package org.convoke.groups;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where the gateway would, and keeps what is said to it. */
public final class GatewayEar implements QuarkusTestResourceLifecycleManager {

    private static final List<Heard> HEARD = new CopyOnWriteArrayList<>();

    private HttpServer server;

    /** One call. */
    public record Heard(String path, String authorization, String body) {}

    public static List<Heard> heard() {
        return List.copyOf(HEARD);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", GatewayEar::hear);
        server.start();
        return Map.of(
                "quarkus.rest-client.gateway.url",
                "http://localhost:" + server.getAddress().getPort());
    }

    private static void hear(HttpExchange exchange) throws IOException {
        HEARD.add(new Heard(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
