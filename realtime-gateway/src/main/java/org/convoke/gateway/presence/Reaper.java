package org.convoke.gateway.presence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.convoke.gateway.session.HubThread;
import org.jboss.logging.Logger;

/** Keeps this pod's lease, and clears what the holders of ended ones left: their people are announced as gone. */
@ApplicationScoped
class Reaper {

    private static final Logger LOG = Logger.getLogger(Reaper.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Lease lease;
    private final Records records;
    private final Attendance attendance;
    private final Announcements announcements;
    private final HubThread thread;
    private final Set<String> reaping = new HashSet<>();

    private boolean renewing;
    private volatile boolean closed;

    Reaper(Lease lease, Records records, Attendance attendance, Announcements announcements, HubThread thread) {
        this.lease = lease;
        this.records = records;
        this.attendance = attendance;
        this.announcements = announcements;
        this.thread = thread;
    }

    void start(@Observes StartupEvent event) {
        thread.run(this::look);
        thread.every(LOOK, this::look);
    }

    /** The lease ends by itself: whoever comes to another pod before that was never gone. */
    void stop(@Observes ShutdownEvent event) {
        closed = true;
    }

    private void look() {
        if (closed) {
            return;
        }
        attendance.look();
        if (lease.isDue() && !renewing) {
            renewing = true;
            lease.renew()
                    .onComplete(over -> thread.run(() -> renewing = false))
                    .onSuccess(anew -> thread.run(() -> renewed(anew)))
                    .onFailure(failure -> LOG.warnf("The lease is not renewed, trying again: %s", failure));
        }
        if (lease.isSettled()) {
            lease.dead()
                    .onSuccess(dead -> thread.run(() -> dead.forEach(this::reap)))
                    .onFailure(failure -> LOG.debugf("Dead pods are looked for again: %s", failure));
        }
    }

    private void renewed(boolean anew) {
        if (anew) {
            lease.holder().ifPresent(attendance::heldBy);
        }
    }

    private void reap(String dead) {
        if (reaping.add(dead)) {
            LOG.infof("The lease of %s has ended: its people are cleared", dead);
            clear(dead)
                    .onComplete(over -> thread.run(() -> reaping.remove(dead)))
                    .onFailure(failure -> LOG.warnf("%s is cleared again: %s", dead, failure));
        }
    }

    /** Until nothing is left; who is still in her grace waits for the next look. */
    private Future<Void> clear(String dead) {
        return records.reap(dead).compose(settled -> {
            announcements.tell(
                    settled.stream().flatMap(each -> each.changes().stream()).toList());
            if (settled.stream().anyMatch(each -> each.next().isPositive())) {
                return Future.succeededFuture();
            }
            return settled.stream().anyMatch(Settled::more) ? clear(dead) : lease.forget(dead);
        });
    }
}
