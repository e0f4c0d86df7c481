package org.convoke.groups.ban.api;

import jakarta.validation.Valid;
import java.time.Instant;
import org.convoke.doors.Text;
import org.convoke.groups.api.Until;
import org.convoke.groups.ban.Sentence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why, and until when; for good unless an end is given. */
public record BanRequest(
        @Text(max = 500, lines = true) @Schema(maxLength = 500, examples = "Spam, again and again") @Nullable
        String reason,

        @Valid @Schema(implementation = Instant.class, nullable = true, examples = "2030-01-01T00:00:00Z") @Nullable
        Until until) {

    Sentence sentence() {
        return new Sentence(reason, until == null ? null : until.instant());
    }
}
