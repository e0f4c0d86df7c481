package org.convoke.invitations.consent.api;

import java.time.Instant;
import java.util.UUID;
import org.convoke.invitations.consent.Block;
import org.convoke.invitations.consent.Blocked;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is blocked: a person or a group. */
public record BlockView(
        @Schema(enumeration = {"USER", "GROUP"}) String kind,
        @Nullable String userId,
        @Nullable UUID groupId,
        Instant createdAt) {

    static BlockView of(Block block) {
        return switch (block.blocked()) {
            case Blocked.User user -> new BlockView(user.kind(), user.id(), null, block.createdAt());
            case Blocked.Group group -> new BlockView(group.kind(), null, group.groupId(), block.createdAt());
        };
    }
}
