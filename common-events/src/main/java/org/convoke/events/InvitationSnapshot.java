package org.convoke.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation as it was when the event happened. */
public record InvitationSnapshot(
        UUID id,
        UUID groupId,
        GroupPreview group,
        String inviterId,
        String inviteeId,
        @Nullable String message,
        String status,
        @Nullable String reason,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant decidedAt) {

    public InvitationSnapshot {
        requireNonNull(id, "id");
        requireNonNull(groupId, "groupId");
        requireNonNull(group, "group");
        requireNonNull(inviterId, "inviterId");
        requireNonNull(inviteeId, "inviteeId");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(expiresAt, "expiresAt");
    }
}
