package org.convoke.groups.membership.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.convoke.doors.Text;
import org.convoke.groups.membership.SeatInvitee.Invitee;
import org.convoke.groups.membership.SeatInvitee.Via;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which invitation, or which use of a link, asks for the seat, and until when. */
public record SeatRequest(
        @NotNull @Schema(examples = "01900000-0000-7000-8000-000000000001")
        UUID invitationId,

        @NotNull @Text(min = 1, max = 255) @Schema(examples = "alice")
        String invitedBy,

        @NotNull @Schema(examples = "2026-01-01T10:00:00Z") Instant deadline,
        @Schema(defaultValue = "INVITATION") @Nullable Via via) {

    Invitee invitee(String userId) {
        return new Invitee(invitationId, userId, invitedBy, deadline, Objects.requireNonNullElse(via, Via.INVITATION));
    }
}
