package org.convoke.groups.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;

/** Those who act in a group: what they do is done by one at a time. */
@ApplicationScoped
public class Actors {

    private final Groups groups;
    private final Members members;

    public Actors(Groups groups, Members members) {
        this.groups = groups;
        this.members = members;
    }

    /**
     * The caller as one who acts, in a group whose row is held until the transaction ends.
     *
     * @throws Refused NOT_FOUND to whoever may not see the group, FORBIDDEN to whoever has not got that role
     */
    public Actor lock(UUID groupId, String userId, Role least) {
        Group group = groups.lock(groupId);
        Actor actor = members.of(groupId, userId)
                .map(self -> new Actor(group, self))
                .orElseThrow(() -> outsider(groupId, userId));
        actor.mustBeAtLeast(least);
        return actor;
    }

    /**
     * As {@link #lock}, for what an archived group does not take.
     *
     * @throws Refused NOT_FOUND, FORBIDDEN or ARCHIVED
     */
    public Actor lockForChange(UUID groupId, String userId, Role least) {
        Actor actor = lock(groupId, userId, least);
        actor.group().mustNotBeArchived();
        return actor;
    }

    private Refused outsider(UUID groupId, String userId) {
        groups.seenBy(userId, groupId);
        return new Refused(Refusal.FORBIDDEN);
    }
}
