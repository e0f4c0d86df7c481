package org.convoke.gateway.inbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of a group becomes a notification; its events come all the same. */
@Schema(name = "NotificationLevel")
public enum Level {
    ALL,
    /** What concerns the person herself: an invitation, her removal, another role, the answer to her request. */
    IMPORTANT,
    MUTED
}
