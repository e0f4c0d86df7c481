package org.convoke.gateway.presence;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convoke.gateway.delivery.Pod;
import org.convoke.gateway.delivery.Wakeup;
import org.convoke.gateway.presence.Seats.Question;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.session.Session;
import org.jboss.logging.Logger;

/**
 * The groups whose presence sessions of this pod listen to. One reading of a group at a time: what changes meanwhile is
 * read behind it. Hub thread only.
 */
@ApplicationScoped
class Rosters {

    private static final Logger LOG = Logger.getLogger(Rosters.class);
    private static final Duration RETRY = Duration.ofMillis(500);
    /** A count is told at most so often. */
    private static final Duration COUNT = Duration.ofSeconds(1);

    private final Map<UUID, Roster> rosters = new HashMap<>();
    private final Set<Roster> reading = new HashSet<>();
    private final Set<Roster> counting = new HashSet<>();

    private final Records records;
    private final Seats seats;
    private final HubThread thread;
    private final String pod;
    private final int largest;

    Rosters(Records records, Seats seats, HubThread thread, Pod pod, PresenceConfig config) {
        this.records = records;
        this.seats = seats;
        this.thread = thread;
        this.pod = pod.id();
        this.largest = config.groupMembers();
    }

    boolean isHeardBy(Session session, UUID group) {
        Roster roster = rosters.get(group);
        return roster != null && roster.isHeardBy(session);
    }

    int heardBy(Session session) {
        return (int) rosters.values().stream()
                .filter(roster -> roster.isHeardBy(session))
                .count();
    }

    /** @return whether she may; then she has been told who is here */
    Future<Boolean> join(Session session, UUID group) {
        Roster roster = rosters.computeIfAbsent(group, id -> new Roster(id, largest));
        Future<Boolean> let = roster.arrive(session).future();
        read(roster);
        return let;
    }

    boolean leave(Session session, UUID group) {
        Roster roster = rosters.get(group);
        boolean left = roster != null && roster.leave(session);
        if (left) {
            dropIfUnused(roster);
        }
        return left;
    }

    void closed(Session session) {
        List.copyOf(rosters.keySet()).forEach(group -> leave(session, group));
    }

    private void dropIfUnused(Roster roster) {
        if (roster.isUnused() && rosters.remove(roster.group(), roster)) {
            leave(roster.group());
        }
    }

    /** Done again with the next hint, where it fails or comes too early. */
    private void leave(UUID group) {
        records.leave(new Wakeup.Reseated(group, ""), pod)
                .onFailure(failure -> LOG.debugf("%s stays watched for now: %s", group, failure));
    }

    void changed(Wakeup.Reseated hint) {
        Roster roster = rosters.get(hint.groupId());
        if (roster == null) {
            leave(hint.groupId());
        } else {
            roster.stale(hint.userId());
            read(roster);
        }
    }

    /** Registers again, and finds changes of which no hint came. */
    void check() {
        for (Roster roster : List.copyOf(rosters.values())) {
            roster.allStale();
            read(roster);
        }
    }

    private void read(Roster roster) {
        if (reading.contains(roster) || rosters.get(roster.group()) != roster) {
            return;
        }
        Optional<Roster.Reading> next = roster.next();
        if (next.isPresent()) {
            reading.add(roster);
            Future<Runnable> change = next.get().whole() ? whole(roster, next.get()) : part(roster, next.get());
            change.onSuccess(apply -> thread.run(() -> {
                        reading.remove(roster);
                        apply.run();
                        dropIfUnused(roster);
                        count(roster);
                        read(roster);
                    }))
                    .onFailure(failure -> thread.after(RETRY, () -> {
                        LOG.debugf("The presence of %s is read again: %s", roster.group(), failure);
                        reading.remove(roster);
                        roster.allStale();
                        read(roster);
                    }));
        }
    }

    private Future<Runnable> whole(Roster roster, Roster.Reading reading) {
        return seats.members(roster.group(), pod).compose(records::standings).map(standings -> () -> {
            roster.replace(standings);
            roster.admit(reading.arrived());
        });
    }

    private Future<Runnable> part(Roster roster, Roster.Reading reading) {
        List<String> asked = new ArrayList<>(reading.viewers());
        asked.addAll(reading.people());
        return seats.seated(List.of(new Question(roster.group(), asked))).compose(answer -> {
            Set<String> seated = answer.getFirst();
            Set<String> members = new HashSet<>(reading.people());
            members.retainAll(seated);
            return records.standings(members)
                    .map(standings -> () -> roster.update(reading.people(), standings, seated));
        });
    }

    private void count(Roster roster) {
        if (roster.hasNewCount() && counting.add(roster)) {
            thread.after(COUNT, () -> {
                counting.remove(roster);
                if (roster.hasNewCount()) {
                    roster.tellCount();
                }
            });
        }
    }
}
