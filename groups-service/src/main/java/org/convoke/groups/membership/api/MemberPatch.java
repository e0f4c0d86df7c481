package org.convoke.groups.membership.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Optional;
import org.convoke.groups.api.NeverNull;
import org.convoke.groups.api.Until;
import org.convoke.groups.group.Role;
import org.convoke.groups.membership.MemberChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different about a member; what is not written stays. Null ends a mute. */
public record MemberPatch(
        @JsonDeserialize(using = NeverNull.class) @Schema(examples = "MODERATOR") @Nullable
        Role role,

        @Valid @Schema(implementation = Instant.class, nullable = true, examples = "2030-01-01T00:00:00Z") @Nullable
        Until mutedUntil) {

    MemberChange change() {
        return new MemberChange(
                Optional.ofNullable(role),
                Optional.ofNullable(mutedUntil).map(until -> new MemberChange.Mute(until.instant())));
    }
}
