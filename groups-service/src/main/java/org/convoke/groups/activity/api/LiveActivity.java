package org.convoke.groups.activity.api;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the caller is doing in a group at this moment. */
public record LiveActivity(@NotNull Kind kind) {

    /** The kinds that there are. */
    @Schema(name = "LiveActivityKind")
    public enum Kind {
        VIEWING,
        TYPING,
        IDLE
    }
}
