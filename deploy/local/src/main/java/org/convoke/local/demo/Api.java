package org.convoke.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.convoke.local.Ports;

/** The public REST APIs of a running stack. */
public final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Ports ports;

    public Api(Ports ports) {
        this.ports = ports;
    }

    /** What was answered; {@code body} is a missing node when it is empty. */
    public record Answer(int status, JsonNode body) {}

    /** Signs in with the password grant of the local realm, where the password is the name. */
    public Someone signIn(String username) {
        String token =
                token(Map.of("grant_type", "password", "client_id", "web", "username", username, "password", username));
        return new Someone(this, username, subject(token), token);
    }

    /** A service of the local realm, whose secret is its name and {@code -secret}. */
    public Someone service(String client) {
        String secret = client + "-secret";
        String token = token(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
        return new Someone(this, client, subject(token), token);
    }

    /** Somebody who has a token already. */
    public Someone bearer(String name, String token) {
        return new Someone(this, name, subject(token), token);
    }

    String token(Map<String, String> form) {
        return token(ports.realmUrl(), form);
    }

    /** An access token of that realm. */
    public String token(String realmUrl, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        Answer answer = send(request);
        if (answer.status() != 200) {
            throw new Unexpected("no token: " + answer);
        }
        return answer.body().path("access_token").asText();
    }

    Answer call(String method, String path, String token, Object body) {
        return exchange(method, address(path), token, body);
    }

    /** Asks whatever has that address. */
    public Answer exchange(String method, String url, String token, Object body) {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json(body));
        return send(HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, publisher));
    }

    private String address(String path) {
        String segment = path.split("[/?]")[1];
        if (segment.equals("internal")) {
            return ports.groupsUrl() + path;
        }
        String service = switch (segment) {
            case "groups", "people" -> ports.groupsUrl();
            case "invitations", "invitation-batches" -> ports.invitationsUrl();
            case "notifications", "events" -> ports.gatewayUrl();
            default -> throw new IllegalArgumentException("No service answers " + path);
        };
        return service + "/api/v1" + path;
    }

    URI socket() {
        return URI.create("ws://localhost:" + ports.gateway() + "/ws/v1");
    }

    HttpClient client() {
        return client;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new Unexpected("no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String subject(String token) {
        try {
            return JSON.readTree(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                    .path("sub")
                    .asText();
        } catch (IOException e) {
            throw new Unexpected("a token without claims", e);
        }
    }
}
