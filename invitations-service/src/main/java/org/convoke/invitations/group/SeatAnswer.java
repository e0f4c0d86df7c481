package org.convoke.invitations.group;

import org.convoke.invitations.Refusal;

/** What became of asking for a seat. */
public sealed interface SeatAnswer {

    /** She is a member. */
    record Seated(Member membership) implements SeatAnswer {}

    /** She got no seat by this request and will not. */
    record Denied(Refusal refusal) implements SeatAnswer {}

    /** Nobody can say whether she got the seat: ask again. */
    record Unknown() implements SeatAnswer {}
}
