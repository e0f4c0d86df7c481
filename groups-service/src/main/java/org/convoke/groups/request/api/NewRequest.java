package org.convoke.groups.request.api;

import org.convoke.doors.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says who asks to be let in. */
public record NewRequest(
        @Text(max = 500, lines = true) @Schema(maxLength = 500, examples = "I play on Mondays anyway") @Nullable
        String message) {}
