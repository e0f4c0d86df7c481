package org.convoke.groups.ban;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convoke.groups.group.MemberId;

/** All bans; one that has ended stands no more. */
@ApplicationScoped
public class Bans implements PanacheRepositoryBase<Ban, MemberId> {

    private static final String STANDING = "id.groupId = ?1 and (until is null or until > ?2)";

    /** Certain only to whoever holds the lock of the group's row. */
    public boolean stands(UUID groupId, String userId, Instant now) {
        return count(STANDING + " and id.userId = ?3", groupId, now, userId) > 0;
    }

    /** Those of the people who are banned. */
    public Set<String> standing(UUID groupId, Collection<String> userIds, Instant now) {
        return stream(STANDING + " and id.userId in ?3", groupId, now, userIds)
                .map(Ban::userId)
                .collect(Collectors.toSet());
    }
}
