package org.convoke.groups.membership.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.convoke.doors.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** May she invite them? */
public record CheckQuestion(
        @NotNull @Text(min = 1, max = 255) @Schema(examples = "alice")
        String inviterId,

        @NotNull @Size(min = 1, max = 1000) @Schema(examples = "[\"bob\",\"carol\"]")
        List<@NotNull @Text(min = 1, max = 255) String> inviteeIds) {}
