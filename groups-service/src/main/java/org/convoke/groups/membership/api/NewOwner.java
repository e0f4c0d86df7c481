package org.convoke.groups.membership.api;

import jakarta.validation.constraints.NotNull;
import org.convoke.doors.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to own the group. */
public record NewOwner(
        @NotNull @Text(min = 1, max = 255) @Schema(examples = "f3b1c2d4-0000-4000-8000-000000000002")
        String toUserId) {}
