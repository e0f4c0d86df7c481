package org.convoke.invitations.batch.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.convoke.doors.Text;
import org.convoke.invitations.batch.Wanted;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom to invite to what; who is mentioned twice counts once. */
public record NewBatch(
        @NotNull @Schema(examples = "01890a5d-ac96-774b-bcce-b302099a8057")
        UUID groupId,

        @NotEmpty
        @Schema(
                minItems = 1,
                maxItems = 1000,
                examples = "[\"5f0c3f7e-6a0e-4b0c-9d5b-0d3d6b8f2a11\", \"b1a4a0f4-52a5-4d0e-8a43-7f6f4f0f6c2d\"]")
        List<@NotNull @Text(min = 1, max = 255) String> inviteeIds,

        @Text(max = 500, lines = true) @Schema(maxLength = 500, examples = "Come and play on Mondays") @Nullable
        String message,

        @Min(1) @Max(90) @Schema(defaultValue = "14", examples = "14") @Nullable
        Integer expiresInDays) {

    private static final int DAYS = 14;

    Wanted wanted() {
        return new Wanted(groupId, inviteeIds, message, expiresInDays == null ? DAYS : expiresInDays);
    }
}
