package org.convoke.gateway.presence;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convoke.gateway.presence.Records.Attendant;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.session.Session;
import org.jboss.logging.Logger;

/**
 * The sessions of this pod as their people's records are to have them. What could not be written is written again. Hub
 * thread only.
 */
@ApplicationScoped
class Attendance {

    private static final Logger LOG = Logger.getLogger(Attendance.class);

    private final Map<String, Map<Session, Activity>> people = new HashMap<>();
    /** Whose records may not be what they should be. */
    private final Set<String> unwritten = new HashSet<>();

    private final Records records;
    private final Announcements announcements;
    private final HubThread thread;
    private final Duration idle;
    private Optional<String> holder = Optional.empty();

    Attendance(Records records, Announcements announcements, HubThread thread, PresenceConfig config) {
        this.records = records;
        this.announcements = announcements;
        this.thread = thread;
        this.idle = config.idle();
    }

    void opened(Session session) {
        people.computeIfAbsent(session.userId(), first -> new HashMap<>()).put(session, new Activity());
        write(session.userId());
    }

    void closed(Session session) {
        Map<Session, Activity> sessions = people.getOrDefault(session.userId(), Map.of());
        if (sessions.containsKey(session)) {
            sessions.remove(session);
            if (sessions.isEmpty()) {
                people.remove(session.userId());
            }
            write(session.userId());
        }
    }

    /** The person has done something there. */
    void active(Session session) {
        activity(session).filter(Activity::noticed).ifPresent(back -> write(session.userId()));
    }

    /** What the client itself says, which counts until it says otherwise. */
    void away(Session session, boolean away) {
        activity(session).filter(each -> each.says(away)).ifPresent(changed -> write(session.userId()));
    }

    /** How the person appears, whatever her devices. Completes on the hub thread. */
    Future<Void> choose(String user, Choice choice) {
        return thread.hear(records.choose(user, choice).map(settled -> {
            announcements.tell(settled.changes());
            return null;
        }));
    }

    private Optional<Activity> activity(Session session) {
        return Optional.ofNullable(
                people.getOrDefault(session.userId(), Map.of()).get(session));
    }

    /** Looks for sessions that have fallen idle, and writes what could not be written. */
    void look() {
        people.forEach((user, sessions) -> {
            for (Activity each : sessions.values()) {
                if (each.fallsIdle(idle)) {
                    unwritten.add(user);
                }
            }
        });
        Set<String> again = Set.copyOf(unwritten);
        unwritten.clear();
        again.forEach(this::write);
    }

    /** Everybody's sessions stand under this name from now on. */
    void heldBy(String name) {
        holder = Optional.of(name);
        writeAll();
    }

    /** Redis may have lost what was written. */
    void writeAll() {
        Set.copyOf(people.keySet()).forEach(this::write);
    }

    private void write(String user) {
        if (holder.isEmpty()) {
            unwritten.add(user);
            return;
        }
        String name = holder.get();
        List<Attendant> sessions = people.getOrDefault(user, Map.of()).entrySet().stream()
                .map(each -> new Attendant(
                        each.getKey().id(),
                        each.getKey().device(),
                        each.getValue().isAway()))
                .toList();
        records.hold(user, name, sessions)
                .onSuccess(settled -> settled(user, settled))
                .onFailure(failure -> {
                    LOG.debugf("The presence of %s is written again: %s", user, failure);
                    thread.run(() -> unwritten.add(user));
                });
    }

    private void settled(String user, Settled settled) {
        announcements.tell(settled.changes());
        if (settled.next().isPositive()) {
            thread.after(settled.next(), () -> write(user));
        }
    }
}
