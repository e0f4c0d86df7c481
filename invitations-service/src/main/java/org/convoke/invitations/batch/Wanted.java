package org.convoke.invitations.batch;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.invitation.Order;
import org.jspecify.annotations.Nullable;

/**
 * The batch that is asked for.
 *
 * @param inviteeIds each once, in the order of their first mention
 */
public record Wanted(
        UUID groupId, List<String> inviteeIds, @Nullable String message, int expiresInDays) {

    private static final int MOST = 1_000;

    /** @throws Refused TOO_MANY_RECIPIENTS */
    public Wanted {
        inviteeIds = List.copyOf(new LinkedHashSet<>(inviteeIds));
        if (inviteeIds.size() > MOST) {
            throw new Refused(Refusal.TOO_MANY_RECIPIENTS);
        }
    }

    Order order(String inviterId) {
        return new Order(groupId, inviterId, inviteeIds, message, Duration.ofDays(expiresInDays), true);
    }
}
