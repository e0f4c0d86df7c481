package org.convoke.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convoke.parts.Part;
import org.convoke.parts.Place;

/** Keycloak with the realm {@code convoke}, its data in a file of its own. */
public final class Keycloak extends Part {

    private final Ports ports;

    public Keycloak(Place place, Ports ports) {
        super("keycloak", place, ports.keycloak());
        this.ports = ports;
    }

    @Override
    protected List<String> command() throws IOException {
        Path home = place().data();
        KeycloakProgram program = KeycloakProgram.ready();
        program.linkInto(home);
        copyRealm(Files.createDirectories(home.resolve("data/import")));
        return program.command(
                home,
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port(),
                "--hostname=http://localhost:" + port(),
                "--import-realm");
    }

    /** The realm file's placeholders are replaced from the environment. */
    @Override
    protected Map<String, String> environment() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin",
                "CONVOKE_GATEWAY_PORT", String.valueOf(ports.gateway()));
    }

    @Override
    protected boolean answers() throws IOException, InterruptedException {
        return Http.ok("http://127.0.0.1:" + port() + "/realms/convoke/.well-known/openid-configuration");
    }

    /** The first start makes a database, which takes a busy machine minutes. */
    @Override
    protected Duration patience() {
        return Duration.ofMinutes(3);
    }

    private static void copyRealm(Path folder) throws IOException {
        try (var realm = Keycloak.class.getResourceAsStream("convoke-realm.json")) {
            Files.write(
                    folder.resolve("convoke-realm.json"),
                    Objects.requireNonNull(realm).readAllBytes());
        }
    }
}
