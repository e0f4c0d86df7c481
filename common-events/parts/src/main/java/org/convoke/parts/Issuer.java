package org.convoke.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.json.JsonUtil;
import org.jspecify.annotations.Nullable;

/** A small OIDC provider that mints good and bad access tokens; it has clients of its own and no users. */
public final class Issuer implements AutoCloseable {

    private static final Map<String, String> CLIENTS =
            Map.of("invitations-service", "membership:write", "host-app", "people:write");

    private final AtomicInteger keysAskedFor = new AtomicInteger();
    private final SigningKeys keys;
    private final int port;
    private final @Nullable HttpServer server;

    private Issuer(SigningKeys keys, int port, @Nullable HttpServer server) {
        this.keys = keys;
        this.port = port;
        this.server = server;
    }

    /** Starts on a free port with keys of its own. */
    public static Issuer start() {
        try {
            return start(Files.createTempDirectory("issuer-"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts with the keys in {@code home}, creating them when there are none; port 0 is a free one. */
    public static Issuer start(Path home, int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var issuer = new Issuer(SigningKeys.in(home), server.getAddress().getPort(), server);
            server.createContext("/.well-known/openid-configuration", issuer::configuration);
            server.createContext("/jwks", issuer::jwks);
            server.createContext("/token", issuer::token);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new PartFailed("issuer cannot start: " + e.getMessage(), e);
        }
    }

    /** The issuer that serves the keys in {@code home}. */
    static Issuer at(Path home, int port) {
        return new Issuer(SigningKeys.in(home), port, null);
    }

    /** The issuer identifier, which is also the address. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** A good token of that user, unless told otherwise. */
    public Token token(String sub) {
        return new Token(keys.current(), url(), sub);
    }

    /** Signs with a new key from now on; what the old ones signed is still good. */
    public void rotate() {
        keys.rotate();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                JsonUtil.toJson(Map.of(
                        "issuer", url(),
                        "jwks_uri", url() + "/jwks",
                        "token_endpoint", url() + "/token",
                        "authorization_endpoint", url() + "/authorize",
                        "response_types_supported", List.of("code"),
                        "subject_types_supported", List.of("public"),
                        "grant_types_supported", List.of("client_credentials"),
                        "id_token_signing_alg_values_supported", List.of("RS256"))));
    }

    /** How often this issuer was asked for its keys. */
    public int keysAskedFor() {
        return keysAskedFor.get();
    }

    private void jwks(HttpExchange exchange) throws IOException {
        keysAskedFor.incrementAndGet();
        answer(exchange, 200, keys.published());
    }

    /** RFC 6749, section 4.4; the client names itself in the form or by basic authentication. */
    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        String client = form.getOrDefault("client_id", "");
        boolean known = CLIENTS.containsKey(client) && (client + "-secret").equals(form.get("client_secret"));
        if (!known) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            answer(exchange, 400, "{\"error\":\"unsupported_grant_type\"}");
            return;
        }
        String minted = serviceToken(client).mint();
        answer(
                exchange,
                200,
                JsonUtil.toJson(Map.of("access_token", minted, "token_type", "Bearer", "expires_in", 300)));
    }

    /** What the token endpoint would answer this client. */
    public Token serviceToken(String client) {
        return token(client).azp(client).username("service-account-" + client).roles(CLIENTS.get(client));
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var form = new HashMap<String, String>();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> form.put(decoded(pair[0]), decoded(pair[1])));
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null && authorization.startsWith("Basic ")) {
            var credentials = new String(Base64.getDecoder().decode(authorization.substring(6)), UTF_8).split(":", 2);
            form.put("client_id", decoded(credentials[0]));
            form.put("client_secret", decoded(credentials[1]));
        }
        return form;
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
