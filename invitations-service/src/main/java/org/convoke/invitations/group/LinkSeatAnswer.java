package org.convoke.invitations.group;

import org.convoke.events.JoinRequestSnapshot;
import org.convoke.invitations.Refusal;

/** What became of asking for a seat by a link. */
public sealed interface LinkSeatAnswer {

    /** @param isNew false when she has a seat already, whether this one or another */
    record Seated(Member membership, boolean isNew) implements LinkSeatAnswer {}

    /** The group wants to be asked; this is her open request. */
    record Requested(JoinRequestSnapshot joinRequest) implements LinkSeatAnswer {}

    /** She got no seat by this call or an earlier one of the same id, and will not. */
    record Denied(Refusal refusal) implements LinkSeatAnswer {}

    /** Nobody can say: ask again. */
    record Unknown() implements LinkSeatAnswer {}
}
