package org.convoke.invitations.batch;

import org.convoke.invitations.group.InvitationCheck;

/** What groups-service has said about a chunk. */
sealed interface Ruling {

    /** She may invite; how each of them stands to the group. */
    record Go(InvitationCheck check) implements Ruling {}

    /** Nobody of the rest can be invited. */
    record Stop(Outcome rest) implements Ruling {}

    /** Nothing yet: ask again. */
    record Later() implements Ruling {}
}
