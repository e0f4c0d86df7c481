package org.convoke.gateway.presence;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convoke.gateway.session.Presence;

/** The presence of people for whoever asks once, and how they choose to appear. */
@ApplicationScoped
public class People {

    private final Records records;
    private final Sight sight;
    private final Seats seats;
    private final Announcements announcements;
    private final int largest;

    People(Records records, Sight sight, Seats seats, Announcements announcements, PresenceConfig config) {
        this.records = records;
        this.sight = sight;
        this.seats = seats;
        this.announcements = announcements;
        this.largest = config.groupMembers();
    }

    /** @param members nobody where there are too many to tell one by one */
    public record GroupPresence(List<Presence> members, int online, int memberCount) {}

    /** How the person appears while she is here, until she chooses otherwise. */
    public Future<Void> choose(String user, Choice choice) {
        return records.choose(user, choice).map(settled -> {
            announcements.tell(settled.changes());
            return null;
        });
    }

    /** Whether she is here and wants to look as if she were not. */
    public Future<Boolean> isInvisible(String user) {
        return records.standings(List.of(user))
                .map(standings -> standings.get(user).toHerself().state() == Presence.State.INVISIBLE);
    }

    /** How each of them appears to the viewer, in the order asked for. */
    public Future<List<Presence>> seenBy(String viewer, Collection<String> people) {
        return sight.seenBy(viewer, people, Records.NO_POD)
                .map(seen -> people.stream().map(seen::get).toList());
    }

    /** @return empty where there is no such group for the viewer */
    public Future<Optional<GroupPresence>> ofGroup(String viewer, UUID group) {
        return seats.members(group, Records.NO_POD)
                .compose(members -> members.contains(viewer)
                        ? ofMembers(viewer, members).map(Optional::of)
                        : Future.succeededFuture(Optional.empty()));
    }

    private Future<GroupPresence> ofMembers(String viewer, Set<String> members) {
        return records.standings(members).map(standings -> {
            int online = (int) standings.values().stream()
                    .filter(each -> each.toOthers().appearsHere())
                    .count();
            List<Presence> listed = members.size() > largest
                    ? List.of()
                    : standings.values().stream()
                            .map(each -> each.to(viewer))
                            .sorted(Comparator.comparing(Presence::userId))
                            .toList();
            return new GroupPresence(listed, online, members.size());
        });
    }
}
