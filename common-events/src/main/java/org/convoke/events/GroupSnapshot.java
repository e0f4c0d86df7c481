package org.convoke.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A group as it was when the event happened. */
public record GroupSnapshot(
        UUID id,
        String name,
        String description,
        String visibility,
        String joinPolicy,
        String whoMayInvite,
        int capacity,
        int memberCount,
        boolean archived,
        Map<String, String> metadata,
        String createdBy,
        Instant createdAt) {

    public GroupSnapshot {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(visibility, "visibility");
        requireNonNull(joinPolicy, "joinPolicy");
        requireNonNull(whoMayInvite, "whoMayInvite");
        requireNonNull(metadata, "metadata");
        requireNonNull(createdBy, "createdBy");
        requireNonNull(createdAt, "createdAt");
    }
}
