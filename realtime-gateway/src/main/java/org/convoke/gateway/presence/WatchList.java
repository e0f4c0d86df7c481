package org.convoke.gateway.presence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convoke.gateway.session.Presence;

/** Whom one session watches, and what it was last told of each. */
final class WatchList {

    /** What was told, and by which reading: an older one comes too late. */
    private record Told(long turn, Optional<Presence> presence) {}

    private final Map<String, Told> told = new HashMap<>();

    Set<String> people() {
        return told.keySet();
    }

    /** Of these, what is read next is told in any case. */
    void watch(Set<String> people) {
        people.forEach(person -> told.merge(
                person, new Told(0, Optional.empty()), (before, anew) -> new Told(before.turn(), Optional.empty())));
    }

    void forget(String person) {
        told.remove(person);
    }

    boolean isNews(Presence presence, long turn) {
        Told before = told.get(presence.userId());
        if (before == null || before.turn() > turn) {
            return false;
        }
        told.put(presence.userId(), new Told(turn, Optional.of(presence)));
        return before.presence().filter(presence::looksLike).isEmpty();
    }
}
