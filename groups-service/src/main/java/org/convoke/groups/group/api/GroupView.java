package org.convoke.groups.group.api;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.convoke.events.GroupSnapshot;
import org.convoke.groups.group.GroupSettings;
import org.convoke.groups.group.JoinPolicy;
import org.convoke.groups.group.Role;
import org.convoke.groups.group.SeenGroup;
import org.convoke.groups.group.Visibility;
import org.convoke.groups.group.WhoMayInvite;
import org.jspecify.annotations.Nullable;

/**
 * A group as the caller sees it. Outsiders of a private one are not told who made it, nor its metadata.
 *
 * @param myRole null for an outsider
 */
public record GroupView(
        UUID id,
        String name,
        String description,
        Visibility visibility,
        JoinPolicy joinPolicy,
        WhoMayInvite whoMayInvite,
        int capacity,
        int memberCount,
        boolean archived,
        Map<String, String> metadata,
        @Nullable Role myRole,
        @Nullable String createdBy,
        Instant createdAt) {

    static GroupView of(SeenGroup seen) {
        GroupSnapshot group = seen.group().snapshot();
        GroupSettings settings = seen.group().settings();
        boolean open = seen.group().isOpenTo(seen.role());
        return new GroupView(
                group.id(),
                group.name(),
                group.description(),
                settings.visibility(),
                settings.joinPolicy(),
                settings.whoMayInvite(),
                group.capacity(),
                group.memberCount(),
                group.archived(),
                open ? group.metadata() : Map.of(),
                seen.role(),
                open ? group.createdBy() : null,
                group.createdAt());
    }
}
