package org.convoke.gateway.session;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convoke.gateway.delivery.Wakeup;
import org.convoke.gateway.delivery.Wakeups;
import org.convoke.gateway.stream.RedisLink;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.Script;
import org.convoke.gateway.stream.StreamName;

/** Ends what was signed in with the tokens of a login that is over, on all pods, and lets nobody in with them again. */
@ApplicationScoped
public class EndSessions {

    /** Longer than an access token lives. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final RedisLink link;
    private final Wakeups wakeups;

    EndSessions(RedisLinks redis, Wakeups wakeups) {
        this.link = redis.open();
        this.wakeups = wakeups;
    }

    /** Fails when it could not be kept or told, and is to be repeated then. */
    public Future<Void> of(Logout logout) {
        List<String> arguments = List.of(
                logout.userId(),
                logout.login(),
                Long.toString(logout.at().getEpochSecond()),
                Long.toString(REMEMBERED.toSeconds()));
        return link.run(Script.SESSION_REVOKE.on(
                        StreamName.inbox(logout.userId()).tag(), arguments))
                .compose(pods -> tell(pods, logout));
    }

    private Future<Void> tell(Response pods, Logout logout) {
        Wakeup wakeup = new Wakeup.SignedOut(logout.userId(), logout.login(), logout.at());
        return wakeups.send(pods.stream()
                .map(Response::toString)
                .collect(Collectors.toMap(Function.identity(), pod -> List.of(wakeup))));
    }
}
