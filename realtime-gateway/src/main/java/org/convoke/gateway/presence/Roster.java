package org.convoke.gateway.presence;

import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convoke.gateway.session.Presence;
import org.convoke.gateway.session.Session;
import org.jspecify.annotations.Nullable;

/** The members of one group as this pod knows them, and the sessions that are told of them. */
final class Roster {

    private final UUID group;
    private final int largest;
    private final Set<Session> listeners = new LinkedHashSet<>();
    private final Map<Session, Promise<Boolean>> arriving = new LinkedHashMap<>();
    private final Set<String> stale = new HashSet<>();
    private Map<String, Standing> members = new HashMap<>();
    private boolean allStale = true;
    private int toldOnline = -1;
    private int toldMembers = -1;

    /** @param largest number of members up to which they are told one by one */
    Roster(UUID group, int largest) {
        this.group = group;
        this.largest = largest;
    }

    UUID group() {
        return group;
    }

    /** Waits for the next reading of all members, which says whether she may listen. */
    Promise<Boolean> arrive(Session session) {
        Promise<Boolean> let = Promise.promise();
        arriving.put(session, let);
        allStale = true;
        return let;
    }

    boolean isHeardBy(Session session) {
        return listeners.contains(session) || arriving.containsKey(session);
    }

    boolean leave(Session session) {
        Promise<Boolean> waiting = arriving.remove(session);
        if (waiting != null) {
            waiting.complete(false);
        }
        return listeners.remove(session) || waiting != null;
    }

    boolean isUnused() {
        return listeners.isEmpty() && arriving.isEmpty();
    }

    void stale(String user) {
        stale.add(user);
        allStale |= user.isEmpty();
    }

    void allStale() {
        allStale = true;
    }

    /** What is to be read; it counts as fresh from here on. */
    Optional<Reading> next() {
        if (!allStale && stale.isEmpty()) {
            return Optional.empty();
        }
        Reading reading = new Reading(
                allStale,
                Set.copyOf(stale),
                listeners.stream().map(Session::userId).distinct().toList(),
                Set.copyOf(arriving.keySet()));
        allStale = false;
        stale.clear();
        return Optional.of(reading);
    }

    /**
     * @param viewers whose seats are to be looked at again
     * @param arrived those who are let in or not by this reading; who comes later waits for the next
     */
    record Reading(boolean whole, Set<String> people, List<String> viewers, Set<Session> arrived) {}

    /** All members were read. */
    void replace(Map<String, Standing> now) {
        Map<String, Standing> before = isLarge() ? Map.of() : members;
        members = new HashMap<>(now);
        listeners.removeIf(session -> !now.containsKey(session.userId()));
        if (!isLarge()) {
            listeners.forEach(session -> now.forEach((user, standing) -> tell(session, before.get(user), standing)));
        }
    }

    /** Those who waited hear how the group is, or that it is none of theirs. */
    void admit(Set<Session> arrived) {
        for (Session session : arrived) {
            Promise<Boolean> let = arriving.remove(session);
            if (let != null) {
                boolean member = members.containsKey(session.userId());
                if (member) {
                    listeners.add(session);
                    greet(session);
                }
                let.complete(member);
            }
        }
    }

    private void greet(Session session) {
        if (isLarge()) {
            session.sink().headcount(group, online(), members.size());
        } else {
            members.values().forEach(standing -> tell(session, null, standing));
        }
    }

    /** Some people were read; those without a standing are no members. */
    void update(Set<String> people, Map<String, Standing> now, Set<String> seatedViewers) {
        boolean wasLarge = isLarge();
        listeners.removeIf(session -> !seatedViewers.contains(session.userId()));
        for (String user : people) {
            Standing standing = now.get(user);
            if (standing == null) {
                members.remove(user);
            } else {
                Standing before = members.put(user, standing);
                if (!isLarge() && !wasLarge) {
                    listeners.forEach(session -> tell(session, before, standing));
                }
            }
        }
        if (wasLarge && !isLarge()) {
            listeners.forEach(this::greet);
        }
    }

    private void tell(Session session, @Nullable Standing before, Standing now) {
        Presence presence = now.to(session.userId());
        boolean news = before == null
                ? presence.appearsHere()
                : !before.to(session.userId()).looksLike(presence);
        if (news) {
            session.sink().presence(Optional.of(group), presence);
        }
    }

    boolean isLarge() {
        return members.size() > largest;
    }

    boolean hasNewCount() {
        return isLarge() && (online() != toldOnline || members.size() != toldMembers);
    }

    void tellCount() {
        toldOnline = online();
        toldMembers = members.size();
        listeners.forEach(session -> session.sink().headcount(group, toldOnline, toldMembers));
    }

    /** Those who hide are not counted. */
    private int online() {
        return (int) members.values().stream()
                .filter(each -> each.toOthers().appearsHere())
                .count();
    }
}
