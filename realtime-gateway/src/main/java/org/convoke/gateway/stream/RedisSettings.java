package org.convoke.gateway.stream;

import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.quarkus.redis.runtime.client.config.RedisConfig;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Quarkus makes of {@code quarkus.redis}; its own client does not let us close a connection that hangs. */
@ApplicationScoped
class RedisSettings implements RedisOptionsCustomizer {

    private volatile @Nullable RedisOptions options;

    @Override
    public void customize(String client, RedisOptions ready) {
        if (client.equals(RedisConfig.DEFAULT_CLIENT_NAME)) {
            options = ready;
        }
    }

    RedisOptions options() {
        return new RedisOptions(Optional.ofNullable(options).orElseThrow());
    }
}
