package org.convoke.invitations.link;

import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.LinkSeatAnswer;
import org.convoke.invitations.group.LinkSeats;

/** Brings a reservation to its end: asks groups-service for the seat and writes down what it said. */
@ApplicationScoped
class TakeLinkSeat {

    private final LinkSeats seats;
    private final Reservations reservations;

    TakeLinkSeat(LinkSeats seats, Reservations reservations) {
        this.seats = seats;
        this.reservations = reservations;
    }

    /** @throws Refused with the refusal of groups-service, or GROUPS_UNREACHABLE and the reservation stays */
    Redeemed take(Reserved reserved) {
        return switch (seats.seat(reserved.seat())) {
            case LinkSeatAnswer.Seated seated -> {
                reservations.seated(reserved, seated.membership(), seated.isNew());
                yield new Redeemed.In(seated.membership(), seated.isNew());
            }
            case LinkSeatAnswer.Requested requested -> {
                reservations.requested(reserved);
                yield new Redeemed.Asked(requested.joinRequest());
            }
            case LinkSeatAnswer.Denied denied -> {
                reservations.refused(reserved);
                throw new Refused(denied.refusal());
            }
            case LinkSeatAnswer.Unknown unknown -> throw new Refused(Refusal.GROUPS_UNREACHABLE);
        };
    }
}
