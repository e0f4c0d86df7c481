package org.convoke.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** What an invitation shows of its group. */
public record GroupPreview(UUID id, String name, String visibility, int memberCount) {

    public GroupPreview {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(visibility, "visibility");
    }
}
