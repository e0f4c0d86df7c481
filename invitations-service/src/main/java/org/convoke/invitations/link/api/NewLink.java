package org.convoke.invitations.link.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.invitations.link.CreateLink;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a link is to lead, for how many people, and for how long: a week unless said otherwise, so that none is for ever. */
public record NewLink(
        @NotNull UUID groupId,

        @Min(1) @Max(100_000) @Schema(description = "Without it, any number", examples = "25") @Nullable
        Integer maxUses,

        @Min(1) @Max(365) @Schema(defaultValue = "7", examples = "30") @Nullable
        Integer expiresInDays) {

    private static final int DAYS = 7;

    CreateLink.Wanted wantedBy(Caller caller) {
        int days = expiresInDays == null ? DAYS : expiresInDays;
        return new CreateLink.Wanted(groupId, caller.id(), caller.name(), maxUses, Duration.ofDays(days));
    }
}
