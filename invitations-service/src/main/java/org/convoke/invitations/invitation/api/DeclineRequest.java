package org.convoke.invitations.invitation.api;

import org.convoke.invitations.invitation.DeclineScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much to decline. */
public record DeclineRequest(
        @Schema(defaultValue = "ONCE", examples = "GROUP") @Nullable
        DeclineScope scope) {

    static DeclineScope scope(@Nullable DeclineRequest request) {
        return request == null || request.scope() == null ? DeclineScope.ONCE : request.scope();
    }
}
