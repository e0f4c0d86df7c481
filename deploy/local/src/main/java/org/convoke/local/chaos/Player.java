package org.convoke.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.convoke.local.Ports;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Someone;
import org.jspecify.annotations.Nullable;

/** One of the people whom the workload is about, with a token that does not end. */
final class Player {

    private static final Duration FRESH = Duration.ofMinutes(3);

    private final Rest rest;
    private final Ports ports;
    private final String name;
    private final String id;
    private volatile String token;
    private volatile long since;

    Player(Rest rest, Ports ports, Someone someone) {
        this.rest = rest;
        this.ports = ports;
        this.name = someone.name();
        this.id = someone.id();
        this.token = signIn();
        this.since = System.nanoTime();
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    /** Where the provider is down, the old token has to do. */
    void renewOldToken() {
        if (System.nanoTime() - since > FRESH.toNanos()) {
            token = signIn();
            since = System.nanoTime();
        }
    }

    /** The body of a success of one of the services. */
    Optional<JsonNode> ask(String method, String path, @Nullable Object body) {
        String service = path.startsWith("/invitation") ? ports.invitationsUrl() : ports.groupsUrl();
        return rest.call(method, service + "/api/v1" + path, token, body);
    }

    /** Asks that gateway. */
    Optional<JsonNode> ask(String gateway, String method, String path, @Nullable Object body) {
        return rest.call(method, gateway + "/api/v1" + path, token, body);
    }

    private String signIn() {
        Map<String, String> password =
                Map.of("grant_type", "password", "client_id", "web", "username", name, "password", name);
        return new Api(ports).token(ports.realmUrl(), password);
    }
}
