package org.convoke.invitations.invitation.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import org.convoke.doors.Text;
import org.convoke.invitations.invitation.SendInvitation;
import org.jspecify.annotations.Nullable;

/**
 * Whom to invite to what.
 *
 * @param expiresInDays 14 unless said otherwise
 */
record NewInvitation(
        @NotNull UUID groupId,
        @NotNull @Text(min = 1, max = 255) String inviteeId,
        @Nullable @Text(max = 500, lines = true) String message,
        @Nullable @Min(1) @Max(90) Integer expiresInDays) {

    private static final int DAYS = 14;

    SendInvitation.Wanted wanted() {
        int days = expiresInDays == null ? DAYS : expiresInDays;
        return new SendInvitation.Wanted(groupId, inviteeId, message, Duration.ofDays(days));
    }
}
