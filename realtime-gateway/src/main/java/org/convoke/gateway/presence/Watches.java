package org.convoke.gateway.presence;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convoke.gateway.delivery.Pod;
import org.convoke.gateway.delivery.Wakeup;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.session.Presence;
import org.convoke.gateway.session.Session;
import org.jboss.logging.Logger;

/**
 * Whom the sessions of this pod watch. Of each change the present state is read and told to those who may see it, each
 * state once. Hub thread only.
 */
@ApplicationScoped
class Watches {

    private static final Logger LOG = Logger.getLogger(Watches.class);

    private final Map<Session, WatchList> lists = new HashMap<>();
    private final Map<String, Set<Session>> watchers = new HashMap<>();
    /** How each of the watched appeared when it was last read. */
    private final Map<String, Standing> known = new HashMap<>();

    private final Sight sight;
    private final Records records;
    private final HubThread thread;
    private final String pod;
    private long turns;

    Watches(Sight sight, Records records, HubThread thread, Pod pod) {
        this.sight = sight;
        this.records = records;
        this.thread = thread;
        this.pod = pod.id();
    }

    /** The session watches these people and nobody else; it has been told how they are when this completes. */
    Future<Void> watch(Session session, Set<String> people) {
        stop(session, without(session, people));
        WatchList list = lists.computeIfAbsent(session, first -> new WatchList());
        list.watch(people);
        people.forEach(person ->
                watchers.computeIfAbsent(person, first -> new LinkedHashSet<>()).add(session));
        return look(session, people);
    }

    private Set<String> without(Session session, Set<String> people) {
        WatchList list = lists.get(session);
        Set<String> others = list == null ? new LinkedHashSet<>() : new LinkedHashSet<>(list.people());
        others.removeAll(people);
        return others;
    }

    void closed(Session session) {
        stop(session, without(session, Set.of()));
        lists.remove(session);
    }

    private void stop(Session session, Collection<String> people) {
        for (String person : people) {
            lists.get(session).forget(person);
            Set<Session> others = watchers.getOrDefault(person, Set.of());
            if (others.remove(session) && others.isEmpty()) {
                watchers.remove(person);
                known.remove(person);
                leave(person);
            }
        }
    }

    /** Done again with the next hint, where it fails or comes too early. */
    private void leave(String person) {
        records.leave(new Wakeup.Seen(person), pod)
                .onFailure(failure -> LOG.debugf("%s stays watched for now: %s", person, failure));
    }

    /** The groups of the viewer are others now. */
    void regrouped(String viewer) {
        lists.forEach((session, list) -> {
            if (session.userId().equals(viewer)) {
                look(session, list.people())
                        .onFailure(failure -> LOG.warnf("%s is told of her fellows later: %s", viewer, failure));
            }
        });
    }

    private Future<Void> look(Session session, Set<String> people) {
        long turn = ++turns;
        return thread.hear(sight.seenBy(session.userId(), Set.copyOf(people), pod))
                .map(seen -> {
                    seen.values().forEach(presence -> tell(session, presence, turn));
                    return null;
                });
    }

    /** The person appears otherwise, or to others, than before. */
    void changed(String person) {
        Set<Session> sessions = watchers.get(person);
        if (sessions == null) {
            leave(person);
            return;
        }
        long turn = ++turns;
        List<String> viewers = sessions.stream().map(Session::userId).distinct().toList();
        sight.appearance(person, viewers, pod)
                .onSuccess(seen -> thread.run(() -> {
                    for (Session session : List.copyOf(watchers.getOrDefault(person, Set.of()))) {
                        Optional.ofNullable(seen.get(session.userId()))
                                .ifPresent(presence -> tell(session, presence, turn));
                    }
                }))
                // Forgetting what was known makes the next check look again.
                .onFailure(failure -> thread.run(() -> known.remove(person)));
    }

    private void tell(Session session, Presence presence, long turn) {
        WatchList list = lists.get(session);
        if (list != null && list.isNews(presence, turn)) {
            session.sink().presence(Optional.empty(), presence);
        }
    }

    /** Registers again, and finds changes of which no hint came. */
    void check() {
        records.glimpse(Set.copyOf(watchers.keySet()), List.of(), pod)
                .onSuccess(seen ->
                        thread.run(() -> seen.forEach((person, glimpse) -> compare(person, glimpse.standing()))))
                .onFailure(failure -> LOG.warnf("The watched are compared later: %s", failure));
    }

    private void compare(String person, Standing now) {
        if (watchers.containsKey(person)) {
            Standing before = known.put(person, now);
            if (before == null || !before.looksLike(now)) {
                changed(person);
            }
        }
    }
}
