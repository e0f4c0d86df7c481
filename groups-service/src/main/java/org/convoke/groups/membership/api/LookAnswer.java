package org.convoke.groups.membership.api;

import org.convoke.events.GroupPreview;
import org.convoke.events.GroupSnapshot;
import org.convoke.groups.group.JoinPolicy;
import org.convoke.groups.group.Role;
import org.convoke.groups.membership.LookAtMember.Looked;
import org.convoke.groups.membership.Standing;
import org.jspecify.annotations.Nullable;

/** A group and how somebody stands in it. */
public record LookAnswer(
        GroupPreview group,
        boolean archived,
        JoinPolicy joinPolicy,
        @Nullable Role role,
        Standing standing) {

    static LookAnswer of(Looked looked) {
        GroupSnapshot group = looked.group().snapshot();
        return new LookAnswer(
                Previews.of(group), group.archived(), looked.group().joinPolicy(), looked.role(), looked.standing());
    }
}
