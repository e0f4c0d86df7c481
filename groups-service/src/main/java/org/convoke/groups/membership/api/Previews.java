package org.convoke.groups.membership.api;

import org.convoke.events.GroupPreview;
import org.convoke.events.GroupSnapshot;

/** What an invitation may show of a group. */
final class Previews {

    private Previews() {}

    static GroupPreview of(GroupSnapshot group) {
        return new GroupPreview(group.id(), group.name(), group.visibility(), group.memberCount());
    }
}
