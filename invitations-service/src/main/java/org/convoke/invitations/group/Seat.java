package org.convoke.invitations.group;

import java.time.Instant;
import java.util.UUID;

/**
 * The seat that an invitation asks for.
 *
 * @param deadline from here on groups-service gives no seat for this request, however late it arrives there
 */
public record Seat(UUID groupId, String userId, UUID invitationId, String invitedBy, Instant deadline) {

    /** A deadline for who only wants to know of a seat that was taken before. */
    public static final Instant NO_MORE = Instant.EPOCH;
}
