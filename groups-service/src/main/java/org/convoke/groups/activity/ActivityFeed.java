package org.convoke.groups.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The activity feeds of all groups. */
@ApplicationScoped
class ActivityFeed implements PanacheRepositoryBase<ActivityEntry, UUID> {

    /** The newest first, of those before that number. */
    List<ActivityEntry> list(UUID group, long before, int limit) {
        return find("groupId = ?1 and seq < ?2 order by seq desc", group, before)
                .range(0, limit - 1)
                .list();
    }
}
