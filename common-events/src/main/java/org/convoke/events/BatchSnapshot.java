package org.convoke.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** How far a batch of invitations had got; all numbers but {@code total} count recipients who have their outcome. */
public record BatchSnapshot(
        UUID id,
        UUID groupId,
        String inviterId,
        String state,
        int total,
        int processed,
        int created,
        int existing,
        int alreadyMember,
        int blocked,
        int banned,
        int unknown,
        int notAllowed,
        int quota,
        int groupGone,
        int cancelled,
        int failed,
        Instant createdAt) {

    public BatchSnapshot {
        requireNonNull(id, "id");
        requireNonNull(groupId, "groupId");
        requireNonNull(inviterId, "inviterId");
        requireNonNull(state, "state");
        requireNonNull(createdAt, "createdAt");
    }
}
