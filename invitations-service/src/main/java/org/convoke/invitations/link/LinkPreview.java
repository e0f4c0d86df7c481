package org.convoke.invitations.link;

import java.time.Instant;
import org.convoke.events.GroupPreview;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What whoever has its code sees of a link.
 *
 * @param member whether she is in the group already
 */
public record LinkPreview(GroupPreview group, Creator createdBy, Instant expiresAt, boolean member) {

    /** @param name as her token called her; null once she was forgotten */
    @Schema(name = "LinkCreator")
    public record Creator(String id, @Nullable String name) {}
}
