package org.convoke.invitations.group;

import org.convoke.events.GroupPreview;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands to a group, whether she may see it or not.
 *
 * @param role null for an outsider
 */
public record Relation(
        GroupPreview group,
        boolean archived,
        String joinPolicy,
        @Nullable Role role,
        Standing standing) {

    public boolean isAtLeast(Role least) {
        return role != null && role.isAtLeast(least);
    }
}
