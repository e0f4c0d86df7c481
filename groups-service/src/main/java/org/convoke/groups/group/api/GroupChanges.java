package org.convoke.groups.group.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.convoke.doors.Text;
import org.convoke.groups.api.NeverNull;
import org.convoke.groups.group.GroupSettings;
import org.convoke.groups.group.JoinPolicy;
import org.convoke.groups.group.Visibility;
import org.convoke.groups.group.WhoMayInvite;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The settings that are to be different; one that is not written stays, and null is none. Metadata is replaced whole. */
public record GroupChanges(
        @JsonDeserialize(using = NeverNull.class)
        @Text(min = 3, max = 80)
        @Schema(minLength = 3, maxLength = 80, examples = "Chess Club Graz")
        @Nullable
        String name,

        @JsonDeserialize(using = NeverNull.class)
        @Text(max = 2000, lines = true)
        @Schema(maxLength = 2000, examples = "Openings on Tuesdays, endgames on Thursdays")
        @Nullable
        String description,

        @JsonDeserialize(using = NeverNull.class) @Schema(examples = "PRIVATE") @Nullable
        Visibility visibility,

        @JsonDeserialize(using = NeverNull.class) @Schema(examples = "REQUEST") @Nullable
        JoinPolicy joinPolicy,

        @JsonDeserialize(using = NeverNull.class) @Schema(examples = "MODERATORS") @Nullable
        WhoMayInvite whoMayInvite,

        @JsonDeserialize(using = NeverNull.class) @Min(2) @Max(100_000) @Schema(examples = "200") @Nullable
        Integer capacity,

        @JsonDeserialize(using = NeverNull.class) @Size(max = 16) @Schema(examples = "{\"city\":\"Graz\"}") @Nullable
        Map<@Text(min = 1, max = 64) String, @NotNull @Text(max = 500, lines = true) String> metadata) {

    GroupSettings on(GroupSettings present) {
        return new GroupSettings(
                or(name, present.name()),
                or(description, present.description()),
                or(visibility, present.visibility()),
                or(joinPolicy, present.joinPolicy()),
                or(whoMayInvite, present.whoMayInvite()),
                or(capacity, present.capacity()),
                or(metadata, present.metadata()));
    }

    private static <T> T or(@Nullable T given, T present) {
        return given == null ? present : given;
    }
}
