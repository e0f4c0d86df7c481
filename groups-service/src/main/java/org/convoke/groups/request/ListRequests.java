package org.convoke.groups.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Role;
import org.convoke.groups.group.SeenGroup;

/** Shows who asks to be let into a group to those who decide it. */
@ApplicationScoped
public class ListRequests {

    private final Groups groups;
    private final JoinRequests requests;

    public ListRequests(Groups groups, JoinRequests requests) {
        this.groups = groups;
        this.requests = requests;
    }

    /** @throws Refused NOT_FOUND or FORBIDDEN */
    @Transactional
    public List<JoinRequest> list(String caller, UUID groupId, JoinRequests.Part part) {
        SeenGroup seen = groups.seenBy(caller, groupId);
        seen.mustBeOpen();
        seen.mustBeAtLeast(Role.MODERATOR);
        return requests.ofGroup(groupId, part);
    }
}
