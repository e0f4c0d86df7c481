package org.convoke.groups.request.api;

import java.time.Instant;
import java.util.UUID;
import org.convoke.events.JoinRequestSnapshot;
import org.convoke.groups.request.JoinRequest;
import org.convoke.groups.request.RequestStatus;
import org.jspecify.annotations.Nullable;

/** A request to join as its author and the moderators see it. */
public record JoinRequestView(
        UUID id,
        UUID groupId,
        String userId,
        @Nullable String message,
        RequestStatus status,
        @Nullable String decidedBy,
        Instant createdAt,
        @Nullable Instant decidedAt) {

    public static JoinRequestView of(JoinRequest request) {
        JoinRequestSnapshot snapshot = request.snapshot();
        return new JoinRequestView(
                snapshot.id(),
                snapshot.groupId(),
                snapshot.userId(),
                snapshot.message(),
                request.status(),
                snapshot.decidedBy(),
                snapshot.createdAt(),
                request.decidedAt());
    }
}
