package org.convoke.events;

import java.util.UUID;

/** What an invitation shows of its group. */
public record GroupPreview(UUID id, String name, String visibility, int memberCount) {}
