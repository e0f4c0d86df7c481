package org.convoke.gateway.wire.socketio;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.convoke.gateway.stream.RedisLink;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.Script;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.wire.socketio.engine.Pods;
import org.convoke.gateway.wire.socketio.engine.SessionId;
import org.jboss.logging.Logger;

/**
 * The pods and their addresses, which each tells in Redis for as long as it lives. All are known here, so that a client that
 * makes keys up costs nothing; while Redis is away, those that were known last.
 */
@ApplicationScoped
class PodDirectory implements Pods {

    private static final Logger LOG = Logger.getLogger(PodDirectory.class);
    private static final String TAG = new StreamName("pods").tag();
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration RENEWAL = Duration.ofSeconds(5);
    /** A key that is not known may be of a pod that has just come; that is asked no more often. */
    private static final Duration NEWS = Duration.ofMillis(500);

    private final String key = SessionId.newKey();
    private final RedisLink link;
    private final Vertx vertx;
    private final Supplier<Optional<String>> address;
    private volatile Map<String, SocketAddress> known = Map.of();
    private Future<Void> latest = Future.succeededFuture();
    private long asked;

    @Inject
    PodDirectory(RedisLinks redis, Vertx vertx, OwnAddress address) {
        this(redis, vertx, address::find);
    }

    PodDirectory(RedisLinks redis, Vertx vertx, Supplier<Optional<String>> address) {
        this.link = redis.open();
        this.vertx = vertx;
        this.address = address;
    }

    void start(@Observes StartupEvent event) {
        ask();
        vertx.setPeriodic(RENEWAL.toMillis(), timer -> ask());
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Future<Optional<SocketAddress>> find(String wanted) {
        Optional<SocketAddress> found = Optional.ofNullable(known.get(wanted));
        return found.isPresent()
                ? Future.succeededFuture(found)
                : news().map(asked -> Optional.ofNullable(known.get(wanted)));
    }

    private synchronized Future<Void> news() {
        return latest.isComplete() && System.nanoTime() - asked >= NEWS.toNanos() ? ask() : latest;
    }

    /** Says that this pod is here, and hears who else is. */
    private synchronized Future<Void> ask() {
        asked = System.nanoTime();
        List<String> arguments = new ArrayList<>(List.of(Long.toString(LEASE.toMillis())));
        address.get().ifPresent(own -> arguments.add(key + " " + own));
        latest = link.run(Script.PODS.on(TAG, arguments))
                .onSuccess(answer -> known = read(answer))
                .onFailure(failure -> LOG.debugf("The pods are not known anew: %s", failure))
                .<Void>mapEmpty()
                .otherwiseEmpty();
        return latest;
    }

    private static Map<String, SocketAddress> read(Response answer) {
        Map<String, SocketAddress> pods = new HashMap<>();
        for (Response each : answer) {
            String[] pod = each.toString().split(" ", 2);
            HostAndPort at = HostAndPort.parseAuthority(pod[1], -1);
            pods.put(pod[0], SocketAddress.inetSocketAddress(at.port(), at.host()));
        }
        return Map.copyOf(pods);
    }
}
