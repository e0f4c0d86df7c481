package org.convoke.invitations.group;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A membership as groups-service answered it, which is also how it is stored. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Member(
        UUID groupId,
        String userId,
        @Nullable String name,
        String role,
        @Nullable Instant mutedUntil,
        @Nullable String invitedBy,
        Instant joinedAt) {}
