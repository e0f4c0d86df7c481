package org.convoke.groups.activity.api;

import jakarta.validation.constraints.NotNull;

/** What the caller is doing in a group at this moment. */
public record LiveActivity(@NotNull Kind kind) {

    /** The kinds that there are. */
    public enum Kind {
        VIEWING,
        TYPING,
        IDLE
    }
}
