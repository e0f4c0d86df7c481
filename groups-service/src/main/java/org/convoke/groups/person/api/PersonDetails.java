package org.convoke.groups.person.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.convoke.doors.Text;
import org.jspecify.annotations.Nullable;

/** What the host tells of a person. */
public record PersonDetails(
        @NotNull @Text(min = 1, max = 200) String username,
        @NotNull @Text(min = 1, max = 200) String name,

        @Text(max = 2000) @Pattern(regexp = "https?://\\S+") @Nullable
        String picture) {}
