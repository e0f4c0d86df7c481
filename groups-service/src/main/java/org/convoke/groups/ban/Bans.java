package org.convoke.groups.ban;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convoke.groups.group.MemberId;

/** All bans; one that has ended stands no more. */
@ApplicationScoped
public class Bans implements PanacheRepositoryBase<Ban, MemberId> {

    private static final String STANDING = "id.groupId = :group and (until is null or until > :now)";

    /** A place in the list of a group's bans, which is ordered by time, the newest first. */
    public record Place(Instant bannedAt, String userId) {}

    /** Which bans to list. */
    public record Wanted(UUID groupId, Optional<Place> after, int limit) {}

    /** Certain only to whoever holds the lock of the group's row. */
    public boolean stands(UUID groupId, String userId, Instant now) {
        return count(STANDING + " and id.userId = :user", standing(groupId, now).and("user", userId)) > 0;
    }

    /** Those of the people who are banned. */
    public Set<String> standing(UUID groupId, Collection<String> userIds, Instant now) {
        return stream(
                        STANDING + " and id.userId in :users",
                        standing(groupId, now).and("users", userIds))
                .map(Ban::userId)
                .collect(Collectors.toSet());
    }

    List<Ban> list(Wanted wanted, Instant now) {
        Parameters parameters = standing(wanted.groupId(), now);
        wanted.after().ifPresent(place -> parameters.and("at", place.bannedAt()).and("user", place.userId()));
        String after = wanted.after().isPresent() ? " and (bannedAt, id.userId) < (:at, :user)" : "";
        return find(STANDING + after + " order by bannedAt desc, id.userId desc", parameters)
                .range(0, wanted.limit() - 1)
                .list();
    }

    private static Parameters standing(UUID groupId, Instant now) {
        return Parameters.with("group", groupId).and("now", now);
    }
}
