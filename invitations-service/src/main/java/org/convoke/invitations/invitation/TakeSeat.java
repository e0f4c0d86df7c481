package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.SeatAnswer;

/** Brings a claim to its end: asks groups-service for the seat and writes down what it said. */
@ApplicationScoped
class TakeSeat {

    private final Groups groups;
    private final Claims claims;

    TakeSeat(Groups groups, Claims claims) {
        this.groups = groups;
        this.claims = claims;
    }

    /** @throws Refused with the refusal of groups-service; NOT_PENDING when the group is no more, which ends it; or GROUPS_UNREACHABLE and the claim stays */
    Turn.Accepted take(Turn.Claimed claimed) {
        return switch (groups.seat(claimed.seat())) {
            case SeatAnswer.Seated seated -> claims.finish(claimed, seated.membership());
            case SeatAnswer.Denied denied when denied.refusal() == Refusal.NOT_FOUND -> throw claims.fail(claimed);
            case SeatAnswer.Denied denied -> {
                claims.release(claimed);
                throw new Refused(denied.refusal());
            }
            case SeatAnswer.Unknown unknown -> throw new Refused(Refusal.GROUPS_UNREACHABLE);
        };
    }
}
