package org.convoke.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** A user of the local realm; signs in anew before the token ends. */
public final class Person {

    private static final Duration FRESH = Duration.ofMinutes(4);

    private final String name;
    private String id;
    private String token;
    private Instant since = Instant.MIN;

    Person(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public synchronized String id() {
        if (id == null) {
            byte[] claims = Base64.getUrlDecoder().decode(token().split("\\.")[1]);
            id = Http.json(claims).path("sub").asText();
        }
        return id;
    }

    public Visit at(Instance instance) {
        return new Visit(this, instance);
    }

    synchronized String token() {
        Instant now = Instant.now();
        if (since.plus(FRESH).isBefore(now)) {
            Map<String, String> password =
                    Map.of("grant_type", "password", "client_id", "web", "username", name, "password", name);
            token = Http.token(Running.ports().realmUrl(), password);
            since = now;
        }
        return token;
    }

    @Override
    public String toString() {
        return name;
    }
}
