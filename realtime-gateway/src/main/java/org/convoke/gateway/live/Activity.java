package org.convoke.gateway.live;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member is doing in a group at this moment. */
public record Activity(UUID groupId, String userId, Kind kind) {

    /** The kinds that there are. */
    @Schema(name = "LiveActivityKind")
    public enum Kind {
        VIEWING,
        TYPING,
        IDLE
    }
}
