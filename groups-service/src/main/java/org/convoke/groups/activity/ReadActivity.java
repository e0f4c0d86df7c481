package org.convoke.groups.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Groups;

/** Shows what happened in a group to those who may see its members. */
@ApplicationScoped
public class ReadActivity {

    private final Groups groups;
    private final ActivityFeed feed;

    ReadActivity(Groups groups, ActivityFeed feed) {
        this.groups = groups;
        this.feed = feed;
    }

    /**
     * @param before the group's number behind which to go on towards the oldest
     * @throws Refused NOT_FOUND
     */
    @Transactional
    public List<ActivityEntry> read(String caller, UUID groupId, long before, int limit) {
        groups.seenBy(caller, groupId).mustBeOpen();
        return feed.list(groupId, before, limit);
    }
}
