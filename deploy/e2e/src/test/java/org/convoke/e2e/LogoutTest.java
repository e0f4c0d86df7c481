package org.convoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Listener;
import org.convoke.local.demo.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak itself ends the sockets of whoever has signed out. */
@ExtendWith(Running.class)
class LogoutTest {

    @Test
    void aLogoutAtTheProviderEndsTheSockets() {
        Api api = new Api(Running.ports());
        Someone erin = Running.signIn("erin");
        try (Listener phone = Listener.connect(erin, UUID.randomUUID().toString())) {
            String realm = Running.ports().realmUrl();
            String admin = api.token(
                    realm.replace("/realms/convoke", "/realms/master"),
                    Map.of(
                            "grant_type", "password",
                            "client_id", "admin-cli",
                            "username", "admin",
                            "password", "admin"));
            String logout = realm.replace("/realms/", "/admin/realms/") + "/users/" + erin.id() + "/logout";
            assertThat(api.exchange("POST", logout, admin, null).status()).isEqualTo(204);
            await().atMost(Duration.ofSeconds(5)).until(phone::isClosed);
        }
    }
}
