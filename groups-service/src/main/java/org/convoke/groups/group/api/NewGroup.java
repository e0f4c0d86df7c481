package org.convoke.groups.group.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.convoke.doors.Text;
import org.convoke.groups.group.GroupSettings;
import org.convoke.groups.group.JoinPolicy;
import org.convoke.groups.group.Visibility;
import org.convoke.groups.group.WhoMayInvite;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the founder of a group decides; only the name must be given. */
public record NewGroup(
        @NotNull @Text(min = 3, max = 80) @Schema(minLength = 3, maxLength = 80, examples = "Chess Club Graz")
        String name,

        @Text(max = 2000, lines = true)
        @Schema(maxLength = 2000, examples = "Openings on Mondays, endgames on Thursdays")
        @Nullable
        String description,

        @Schema(defaultValue = "PUBLIC") @Nullable Visibility visibility,

        @Schema(defaultValue = "INVITE_ONLY") @Nullable JoinPolicy joinPolicy,

        @Schema(defaultValue = "MEMBERS") @Nullable WhoMayInvite whoMayInvite,

        @Min(2) @Max(100_000) @Schema(defaultValue = "5000") @Nullable
        Integer capacity,

        @Size(max = 16) @Schema(examples = "{\"city\":\"Graz\"}") @Nullable
        Map<@Text(min = 1, max = 64) String, @NotNull @Text(max = 500, lines = true) String> metadata) {

    private static final int CAPACITY = 5_000;

    GroupSettings settings() {
        return new GroupSettings(
                name,
                Objects.requireNonNullElse(description, ""),
                Objects.requireNonNullElse(visibility, Visibility.PUBLIC),
                Objects.requireNonNullElse(joinPolicy, JoinPolicy.INVITE_ONLY),
                Objects.requireNonNullElse(whoMayInvite, WhoMayInvite.MEMBERS),
                Objects.requireNonNullElse(capacity, CAPACITY),
                Objects.requireNonNullElse(metadata, Map.of()));
    }
}
