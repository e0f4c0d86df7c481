package org.convoke.gateway.presence;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import org.convoke.gateway.delivery.Wakeup;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.session.SessionObserver;

/** What sessions have to do with presence: theirs, and that of others. Hub thread only. */
@ApplicationScoped
public class PresenceHub implements SessionObserver {

    private final Attendance attendance;
    private final Watches watches;
    private final Rosters rosters;
    private final int watched;

    PresenceHub(Attendance attendance, Watches watches, Rosters rosters, PresenceConfig config) {
        this.attendance = attendance;
        this.watches = watches;
        this.rosters = rosters;
        this.watched = config.watched();
    }

    void start(@Observes StartupEvent event, Hub hub) {
        hub.attach(this);
    }

    /** What becomes of a wish to listen to a group's presence. */
    public enum Answer {
        LISTENING,
        ALREADY,
        REFUSED
    }

    /** Away is meant of this device only; everything else of the person, whatever her devices. */
    public Future<Void> set(Session session, Choice choice) {
        attendance.away(session, choice == Choice.AWAY);
        return choice == Choice.AWAY ? Future.succeededFuture() : attendance.choose(session.userId(), choice);
    }

    /** How many people one session may watch. */
    public int watched() {
        return watched;
    }

    /** These people and nobody else; completes when the session has been told how they are. */
    public Future<Void> watch(Session session, Set<String> persons) {
        return watches.watch(session, persons);
    }

    /** How many groups the session listens to. */
    public int channels(Session session) {
        return rosters.heardBy(session);
    }

    public Future<Answer> join(Session session, UUID group) {
        return rosters.isHeardBy(session, group)
                ? Future.succeededFuture(Answer.ALREADY)
                : rosters.join(session, group).map(member -> member ? Answer.LISTENING : Answer.REFUSED);
    }

    /** @return whether she was listening */
    public boolean leave(Session session, UUID group) {
        return rosters.leave(session, group);
    }

    /** The person has done something at this device. */
    public void active(Session session) {
        attendance.active(session);
    }

    @Override
    public void opened(Session session) {
        attendance.opened(session);
    }

    @Override
    public void closed(Session session) {
        attendance.closed(session);
        watches.closed(session);
        rosters.closed(session);
    }

    @Override
    public void regrouped(String userId) {
        watches.regrouped(userId);
    }

    @Override
    public void hinted(Wakeup.Hint hint) {
        switch (hint) {
            case Wakeup.Seen seen -> watches.changed(seen.userId());
            case Wakeup.Reseated reseated -> rosters.changed(reseated);
        }
    }

    @Override
    public void check() {
        attendance.writeAll();
        watches.check();
        rosters.check();
    }
}
