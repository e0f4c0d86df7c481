package org.convoke.invitations.link;

import org.convoke.events.JoinRequestSnapshot;
import org.convoke.invitations.group.Member;

/** Where a link has led somebody. */
public sealed interface Redeemed {

    /** @param isNew false when she was in before */
    record In(Member membership, boolean isNew) implements Redeemed {}

    /** The group wants to be asked; this is her open request. */
    record Asked(JoinRequestSnapshot joinRequest) implements Redeemed {}
}
