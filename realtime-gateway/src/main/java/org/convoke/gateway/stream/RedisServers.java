package org.convoke.gateway.stream;

import io.vertx.core.Future;
import io.vertx.redis.client.RedisConnection;
import java.util.Collection;
import java.util.Set;

/** One Redis, or a cluster of them. */
sealed interface RedisServers permits SingleServer, Cluster {

    RedisLink link();

    /** A new connection on which to listen to the channel. */
    Future<RedisConnection> listening(String channel);

    /** Those of the channels, on which a message was said to be heard by nobody, that nobody listens to anywhere. */
    Future<Set<String>> unheard(Collection<String> channels);
}
