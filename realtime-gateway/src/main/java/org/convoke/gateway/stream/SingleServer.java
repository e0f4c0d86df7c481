package org.convoke.gateway.stream;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import java.util.Collection;
import java.util.Set;

/** One Redis has it all, with or without replicas that would take its place. */
record SingleServer(Redis redis) implements RedisServers {

    @Override
    public RedisLink link() {
        return new ServerLink(redis);
    }

    @Override
    public Future<RedisConnection> listening(String channel) {
        return ServerLink.connect(redis);
    }

    @Override
    public Future<Set<String>> unheard(Collection<String> channels) {
        return Future.succeededFuture(Set.copyOf(channels));
    }
}
