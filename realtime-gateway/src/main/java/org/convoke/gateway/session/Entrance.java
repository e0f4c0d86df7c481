package org.convoke.gateway.session;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convoke.gateway.delivery.Wakeup;
import org.convoke.gateway.delivery.Wakeups;
import org.convoke.gateway.session.RegisterEntries.Entered;
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

    /** Opens the session, or ends it where there are too many or its login is over. Fails when it could not be opened. */
    public Future<Void> open(Session session, Hub.Arrival arrival) {
        return thread.hear(register.enter(session)).compose(entered -> {
            if (session.isClosed()) {
                return Future.succeededFuture();
            }
            switch (entered) {
                case Entered.In(List<RegisterEntries.Entry> replaced) -> {
                    replace(session, replaced);
                    return hub.open(session, arrival);
                }
                case Entered.Full full -> session.sink().close(Farewell.TOO_MANY_SESSIONS);
                case Entered.Revoked revoked -> session.sink().close(Farewell.SIGNED_OUT);
            }
            return Future.succeededFuture();
        });
    }

    /** The session goes on with a fresh token, unless that is of a login that is over. */
    public void refreshed(Session session, Identity identity) {
        session.refreshed(identity);
        thread.hear(register.enter(session))
                .onSuccess(entered -> {
                    if (entered instanceof Entered.Revoked) {
                        session.sink().close(Farewell.SIGNED_OUT);
                    }
                })
                .onFailure(failure -> LOG.debugf("A fresh token is taken as it is: %s", failure));
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
