package org.convoke.groups.ban;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Role;

/** Shows moderators who is kept out. */
@ApplicationScoped
public class ListBans {

    private final Groups groups;
    private final Bans bans;
    private final Clock clock;

    public ListBans(Groups groups, Bans bans, Clock clock) {
        this.groups = groups;
        this.bans = bans;
        this.clock = clock;
    }

    /** @throws Refused NOT_FOUND or FORBIDDEN */
    @Transactional
    public List<Ban> list(String caller, Bans.Wanted wanted) {
        groups.seenBy(caller, wanted.groupId()).mustBeAtLeast(Role.MODERATOR);
        return bans.list(wanted, clock.instant());
    }
}
