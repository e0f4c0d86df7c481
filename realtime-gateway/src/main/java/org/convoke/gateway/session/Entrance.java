package org.convoke.gateway.session;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convoke.gateway.delivery.Wakeup;
import org.convoke.gateway.delivery.Wakeups;
import org.jboss.logging.Logger;

/** Lets sessions of every wire in and out: a person has only so many at the same time, and one on each device. Hub thread only. */
@ApplicationScoped
public class Entrance {

    private static final Logger LOG = Logger.getLogger(Entrance.class);

    private final Register register;
    private final Hub hub;
    private final HubThread thread;
    private final Wakeups wakeups;

    Entrance(Register register, Hub hub, HubThread thread, Wakeups wakeups) {
        this.register = register;
        this.hub = hub;
        this.thread = thread;
        this.wakeups = wakeups;
    }

    /** Opens the session, or ends it with {@link Farewell#TOO_MANY_SESSIONS}. Fails when it could not be opened. */
    public Future<Void> open(Session session, Hub.Arrival arrival) {
        return thread.hear(register.enter(session)).compose(entered -> {
            if (session.isClosed()) {
                return Future.succeededFuture();
            }
            if (entered.isEmpty()) {
                session.sink().close(Farewell.TOO_MANY_SESSIONS);
                return Future.succeededFuture();
            }
            replace(session, entered.get());
            return hub.open(session, arrival);
        });
    }

    /** Lost, it leaves the older one until its line is found dead. */
    private void replace(Session session, List<RegisterEntries.Entry> older) {
        Map<String, List<Wakeup>> byPod = new HashMap<>();
        older.forEach(each -> byPod.computeIfAbsent(each.pod(), first -> new ArrayList<>())
                .add(new Wakeup.Replaced(session.userId(), each.sessionId())));
        wakeups.send(byPod).onFailure(failure -> LOG.debugf("An older session was not told: %s", failure));
    }

    /** The connection is gone. */
    public void close(Session session) {
        hub.close(session);
        register.leave(session);
    }
}
