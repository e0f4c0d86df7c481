package org.convoke.gateway.stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;

/** Opens links to Redis, whatever {@code quarkus.redis.client-type} it is. */
@ApplicationScoped
public class RedisLinks {

    private final RedisServers servers;

    /** @param unused Quarkus makes settings only for a client that somebody asks for */
    @Inject
    RedisLinks(Vertx vertx, RedisSettings settings, Redis unused) {
        this(vertx, settings.options());
    }

    public RedisLinks(Vertx vertx, RedisOptions options) {
        this.servers = options.getType() == RedisClientType.CLUSTER
                ? new Cluster(vertx, options)
                : new SingleServer(Redis.createClient(vertx, options));
    }

    /** A link that shares its connections with nobody. */
    public RedisLink open() {
        return servers.link();
    }

    /** A new connection on which to listen to the channel; fails when the server does not greet in time. */
    public Future<RedisConnection> listening(String channel) {
        return servers.listening(channel);
    }

    /**
     * Those of the channels that nobody listens to on any server; to be asked of channels where a message was answered
     * with 0, since a server of a cluster counts only its own listeners.
     */
    public Future<Set<String>> unheard(Collection<String> channels) {
        return servers.unheard(channels);
    }
}
