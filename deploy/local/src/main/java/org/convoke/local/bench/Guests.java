package org.convoke.local.bench;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.convoke.local.Ports;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Someone;
import org.convoke.local.demo.Unexpected;

/** People of the local realm who can sign in; made for a run, beside the few that the realm has. */
public final class Guests {

    /** Passwords are hashed slowly on purpose, so more side by side would only wait for each other. */
    private static final Load LOAD = new Load(2);

    private final Api api;
    private final Ports ports;

    public Guests(Api api, Ports ports) {
        this.api = api;
        this.ports = ports;
    }

    /** So many, signed in and known to the directory. */
    public List<Someone> make(int count) {
        String admin = api.token(
                "http://localhost:" + ports.keycloak() + "/realms/master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin"));
        Queue<Someone> made = new ConcurrentLinkedQueue<>();
        AtomicInteger left = new AtomicInteger(count);
        LOAD.run(client -> {
            if (left.getAndDecrement() <= 0) {
                return false;
            }
            Someone guest = guest(admin);
            guest.get("/people/me");
            return made.add(guest);
        });
        return List.copyOf(made);
    }

    private Someone guest(String admin) {
        String name = "guest-" + UUID.randomUUID();
        Map<String, Object> user = Map.of(
                "username",
                name,
                "email",
                name + "@example.org",
                "emailVerified",
                true,
                "firstName",
                "Guest",
                "lastName",
                name.substring(6, 14),
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", name, "temporary", false)));
        String users = "http://localhost:" + ports.keycloak() + "/admin/realms/convoke/users";
        Api.Answer answer = api.exchange("POST", users, admin, user);
        if (answer.status() != 201) {
            throw new Unexpected("no user: " + answer);
        }
        return api.signIn(name);
    }
}
