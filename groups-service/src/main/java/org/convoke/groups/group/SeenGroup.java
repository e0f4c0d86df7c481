package org.convoke.groups.group;

import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A group that somebody may see.
 *
 * @param role hers in it; null for an outsider
 */
public record SeenGroup(Group group, @Nullable Role role) {

    /** @throws Refused NOT_FOUND for those who see no more than that there is such a group */
    public void mustBeOpen() {
        if (!group.isOpenTo(role)) {
            throw new Refused(Refusal.NOT_FOUND);
        }
    }

    /** @throws Refused FORBIDDEN to whoever has not got that role */
    public void mustBeAtLeast(Role least) {
        if (role == null || !role.isAtLeast(least)) {
            throw new Refused(Refusal.FORBIDDEN);
        }
    }
}
