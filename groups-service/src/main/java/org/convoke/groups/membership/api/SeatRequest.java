package org.convoke.groups.membership.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.convoke.doors.Text;
import org.convoke.groups.membership.SeatInvitee.Invitee;

/** Which invitation asks for the seat, and until when. */
public record SeatRequest(
        @NotNull UUID invitationId,
        @NotNull @Text(min = 1, max = 255) String invitedBy,
        @NotNull Instant deadline) {

    Invitee invitee(String userId) {
        return new Invitee(invitationId, userId, invitedBy, deadline);
    }
}
