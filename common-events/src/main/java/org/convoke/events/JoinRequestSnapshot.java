package org.convoke.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to join as it was when the event happened. */
public record JoinRequestSnapshot(
        UUID id,
        UUID groupId,
        String userId,
        @Nullable String message,
        String status,
        @Nullable String decidedBy,
        Instant createdAt) {

    public JoinRequestSnapshot {
        requireNonNull(id, "id");
        requireNonNull(groupId, "groupId");
        requireNonNull(userId, "userId");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "createdAt");
    }
}
