package org.convoke.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.convoke.parts.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {

    @TempDir
    Path folder;

    @Test
    void everyPartIsOursAndEveryServiceIsToldWhereItIs() {
        var wiring = new Wiring(Map.of(), new Ports(100));
        assertThat(names(wiring))
                .containsExactly(
                        "postgres",
                        "redis",
                        "kafka",
                        "keycloak",
                        "groups-service",
                        "invitations-service",
                        "realtime-gateway");
        assertThat(wiring.invitations())
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:15532/convoke")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19192")
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:8280/realms/convoke")
                .containsEntry("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", "http://localhost:8280/realms/convoke")
                .containsEntry("QUARKUS_REST_CLIENT_GROUPS_URL", "http://localhost:8181")
                .containsEntry("QUARKUS_HTTP_PORT", "8182")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "9182");
        assertThat(wiring.groups()).containsEntry("QUARKUS_REST_CLIENT_GATEWAY_URL", "http://localhost:8180");
        assertThat(wiring.gateway())
                .containsEntry("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:16479")
                .doesNotContainKey("QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void thePageFindsTheServicesAndIsLetInByThem() {
        var wiring = new Wiring(Map.of("CONVOKE_WEB_CLIENT_ID", "mine"), new Ports(100));
        assertThat(wiring.gateway())
                .containsEntry("CONVOKE_WEB_GROUPS_URL", "http://localhost:8181")
                .containsEntry("CONVOKE_WEB_INVITATIONS_URL", "http://localhost:8182")
                .containsEntry("CONVOKE_WEB_CLIENT_ID", "mine")
                .doesNotContainKey("QUARKUS_HTTP_CORS_ENABLED");
        assertThat(List.of(wiring.groups(), wiring.invitations()))
                .allSatisfy(told -> assertThat(told)
                        .containsEntry("QUARKUS_HTTP_CORS_ENABLED", "true")
                        .containsEntry(
                                "QUARKUS_HTTP_CORS_ORIGINS",
                                "http://localhost:8180,http://127.0.0.1:8180,http://localhost:5173"));
    }

    @Test
    void anAddressFromOutsideReplacesAPartAndIsPassedOn() {
        var wiring = new Wiring(
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://elsewhere/convoke",
                        "QUARKUS_OIDC_AUTH_SERVER_URL", "https://elsewhere/realm"),
                new Ports(0));
        assertThat(names(wiring)).contains("redis", "kafka").doesNotContain("postgres", "keycloak");
        assertThat(wiring.invitations())
                .doesNotContainKeys("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME")
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "https://elsewhere/realm")
                .containsEntry("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", "https://elsewhere/realm");
    }

    @Test
    void limitsAndJvmOptionsArePassedOnToThoseTheyAreMeantFor() {
        var wiring = new Wiring(
                Map.of(
                        "CONVOKE_LIMITS_GROUPS_OWNED", "0",
                        "CONVOKE_GATEWAY_HANDSHAKES_PER_SECOND", "0",
                        "CONVOKE_GATEWAY_POD", "mine",
                        "CONVOKE_JAVA_OPTS", "-Xmx1g"),
                new Ports(0));
        assertThat(wiring.groups())
                .containsEntry("CONVOKE_LIMITS_GROUPS_OWNED", "0")
                .containsEntry("CONVOKE_JAVA_OPTS", "-Xmx1g")
                .doesNotContainKey("CONVOKE_GATEWAY_HANDSHAKES_PER_SECOND");
        assertThat(wiring.gateway())
                .containsEntry("CONVOKE_GATEWAY_HANDSHAKES_PER_SECOND", "0")
                .containsEntry("CONVOKE_GATEWAY_POD", "mine")
                .containsEntry("CONVOKE_GATEWAY_LOCALHOST_ORIGINS", "true");
    }

    private List<String> names(Wiring wiring) {
        return Plan.of(new Home(folder), folder, wiring).parts().stream()
                .map(Part::name)
                .toList();
    }
}
