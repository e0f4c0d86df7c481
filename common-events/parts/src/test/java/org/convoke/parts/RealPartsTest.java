package org.convoke.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RealPartsTest {

    @Test
    void theApplicationIsToldWhereItsPartsAre() {
        Map<String, String> config = started("postgres,redis,issuer");
        assertThat(config)
                .containsEntry(
                        "quarkus.datasource.jdbc.url", RealParts.postgres().jdbcUrl("convoke"))
                .containsEntry("quarkus.redis.hosts", RealParts.redis().uri())
                .containsEntry(
                        "quarkus.oidc.auth-server-url", RealParts.issuer().url())
                .containsEntry("quarkus.oidc-client.client-id", "invitations-service")
                .doesNotContainKey("kafka.bootstrap.servers");
    }

    @Test
    void thePartsOutliveATestAndWhatItKilledIsStartedAgain() {
        started("redis");
        long first = RealParts.redis().pid();
        assertThat(started("redis"))
                .containsEntry("quarkus.redis.hosts", RealParts.redis().uri());
        assertThat(RealParts.redis().pid()).isEqualTo(first);

        RealParts.redis().kill();
        started("redis");
        assertThat(RealParts.redis().alive()).isTrue();
        assertThat(RealParts.redis().pid()).isNotEqualTo(first);
    }

    private static Map<String, String> started(String parts) {
        var real = new RealParts();
        real.init(Map.of("parts", parts));
        Map<String, String> config = real.start();
        real.stop();
        return config;
    }
}
