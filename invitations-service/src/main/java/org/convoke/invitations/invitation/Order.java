package org.convoke.invitations.invitation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody wants to invite to a group.
 *
 * @param inviteeIds each once
 * @param life how long the invitations stay open
 * @param batch which of the inviter's quotas they count against
 */
public record Order(
        UUID groupId,
        String inviterId,
        List<String> inviteeIds,
        @Nullable String message,
        Duration life,
        boolean batch) {}
