package org.convoke.invitations.link;

import java.util.UUID;
import org.convoke.invitations.group.Seat;

/**
 * The use of a link that somebody has reserved: she alone asks for this seat now.
 *
 * @param seat its invitationId is the redemption's id
 * @param again whether it was asked for before, so that a seat she has may be this one
 */
record Reserved(UUID claimId, UUID linkId, Seat seat, boolean again) {}
