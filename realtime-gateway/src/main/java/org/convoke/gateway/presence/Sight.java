package org.convoke.gateway.presence;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convoke.gateway.presence.Seats.Question;
import org.convoke.gateway.session.Presence;
import org.convoke.gateway.stream.Streams;

/**
 * What somebody may know of somebody: that of people with whom she shares a group, by the seats of both, or a pending
 * invitation; and of herself all. Everybody else looks like somebody who is not there.
 */
@ApplicationScoped
class Sight {

    private final Records records;
    private final Seats seats;
    private final Streams streams;

    Sight(Records records, Seats seats, Streams streams) {
        this.records = records;
        this.seats = seats;
        this.streams = streams;
    }

    /** How each of the people appears to one viewer. */
    Future<Map<String, Presence>> seenBy(String viewer, Collection<String> people, String pod) {
        return streams.groupsOf(viewer).compose(groups -> {
            Set<UUID> hers = new HashSet<>(groups);
            return records.glimpse(people, List.of(viewer), pod).compose(glimpses -> {
                List<Question> questions = new ArrayList<>();
                glimpses.forEach((person, glimpse) -> glimpse.groups().stream()
                        .filter(hers::contains)
                        .forEach(group -> questions.add(new Question(group, List.of(person, viewer)))));
                return seats.seated(questions).map(seated -> {
                    Set<String> fellows = new HashSet<>();
                    seated.stream().filter(pair -> pair.contains(viewer)).forEach(fellows::addAll);
                    Map<String, Presence> seen = new HashMap<>();
                    glimpses.forEach((person, glimpse) ->
                            seen.put(person, seen(viewer, person, glimpse, fellows.contains(person))));
                    return seen;
                });
            });
        });
    }

    /** How one person appears to each of the viewers. */
    Future<Map<String, Presence>> appearance(String person, List<String> viewers, String pod) {
        return records.glimpse(List.of(person), viewers, pod).compose(glimpses -> {
            Glimpse glimpse = glimpses.get(person);
            List<String> all = new ArrayList<>(viewers);
            all.add(person);
            List<Question> questions = glimpse.groups().stream()
                    .map(group -> new Question(group, all))
                    .toList();
            return seats.seated(questions).map(seated -> {
                Set<String> fellows = new HashSet<>();
                seated.stream().filter(some -> some.contains(person)).forEach(fellows::addAll);
                Map<String, Presence> seen = new HashMap<>();
                viewers.forEach(viewer -> seen.put(viewer, seen(viewer, person, glimpse, fellows.contains(viewer))));
                return seen;
            });
        });
    }

    private static Presence seen(String viewer, String person, Glimpse glimpse, boolean fellow) {
        return fellow || viewer.equals(person) || glimpse.invited().contains(viewer)
                ? glimpse.standing().to(viewer)
                : Presence.unknown(person);
    }
}
