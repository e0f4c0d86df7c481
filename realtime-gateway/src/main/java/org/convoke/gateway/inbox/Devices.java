package org.convoke.gateway.inbox;

import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convoke.gateway.delivery.Wakeup;
import org.convoke.gateway.delivery.Wakeups;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.jboss.logging.Logger;

/** Tells a person's devices of an entry of her inbox that she caused herself. */
@ApplicationScoped
class Devices {

    private static final Logger LOG = Logger.getLogger(Devices.class);

    private final Wakeups wakeups;

    Devices(Wakeups wakeups) {
        this.wakeups = wakeups;
    }

    /** @param pods as the script that wrote the entry answered them */
    void tell(String user, StreamEntry entry, Stream<Response> pods) {
        Wakeup wakeup = new Wakeup.Appended(StreamName.inbox(user).value(), entry.cursor(), entry.event());
        wakeups.send(pods.map(Response::toString)
                        .collect(Collectors.toMap(Function.identity(), pod -> List.of(wakeup))))
                .onFailure(failure -> LOG.warnf("Devices were not woken and will look for themselves: %s", failure));
    }
}
