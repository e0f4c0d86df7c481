package org.convoke.invitations.invitation.api;

import org.convoke.invitations.invitation.DeclineScope;
import org.jspecify.annotations.Nullable;

/**
 * How much to decline.
 *
 * @param scope ONCE unless said otherwise
 */
record DeclineRequest(@Nullable DeclineScope scope) {

    static DeclineScope scope(@Nullable DeclineRequest request) {
        return request == null || request.scope() == null ? DeclineScope.ONCE : request.scope();
    }
}
