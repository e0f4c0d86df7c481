package org.convoke.invitations.invitation.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import org.convoke.doors.Text;
import org.convoke.invitations.invitation.SendInvitation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom to invite to what. */
public record NewInvitation(
        @NotNull @Schema(examples = "01900000-0000-7000-8000-000000000000")
        UUID groupId,

        @NotNull
        @Text(min = 1, max = 255)
        @Schema(minLength = 1, maxLength = 255, examples = "00000000-0000-4000-8000-000000000002")
        String inviteeId,

        @Text(max = 500, lines = true) @Schema(maxLength = 500, examples = "Come and play on Mondays") @Nullable
        String message,

        @Min(1) @Max(90) @Schema(defaultValue = "14", examples = "30") @Nullable
        Integer expiresInDays) {

    private static final int DAYS = 14;

    SendInvitation.Wanted wanted() {
        int days = expiresInDays == null ? DAYS : expiresInDays;
        return new SendInvitation.Wanted(groupId, inviteeId, message, Duration.ofDays(days));
    }
}
