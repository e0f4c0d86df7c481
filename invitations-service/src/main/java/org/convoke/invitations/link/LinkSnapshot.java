package org.convoke.invitations.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the admins of its group see of a link.
 *
 * @param code only in the answer to its creation
 * @param maxUses null for any number
 * @param uses how many people came in by it or asked to, those included whose seat is being asked for
 */
public record LinkSnapshot(
        UUID id,
        UUID groupId,
        @JsonInclude(Include.NON_NULL) @Nullable String code,
        @Nullable Integer maxUses,
        int uses,
        Instant expiresAt,
        boolean revoked,
        String createdBy,
        Instant createdAt) {

    LinkSnapshot showing(LinkCode shown) {
        return new LinkSnapshot(id, groupId, shown.text(), maxUses, uses, expiresAt, revoked, createdBy, createdAt);
    }
}
