package org.convoke.gateway.presence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a person wants to appear while she is here. */
@Schema(name = "PresenceChoice")
public enum Choice {
    ONLINE,
    AWAY,
    BUSY,
    INVISIBLE
}
