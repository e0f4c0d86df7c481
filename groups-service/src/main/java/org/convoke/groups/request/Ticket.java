package org.convoke.groups.request;

import java.util.UUID;
import org.convoke.groups.pending.PendingInvitation;
import org.jspecify.annotations.Nullable;

/**
 * What lets somebody in.
 *
 * @param invitationId the invitation or the redeemed link, which leads to one seat at most
 * @param invitedBy who made it
 * @param admittedBy whose decision it was, if only her own
 */
public record Ticket(@Nullable UUID invitationId, @Nullable String invitedBy, String admittedBy) {

    /** The group is open. */
    public static Ticket ofHerOwn(String userId) {
        return new Ticket(null, null, userId);
    }

    public static Ticket invited(UUID invitationId, String invitedBy) {
        return new Ticket(invitationId, invitedBy, invitedBy);
    }

    public static Ticket invited(PendingInvitation invitation) {
        return invited(invitation.invitationId(), invitation.inviterId());
    }

    /** She asked, and a moderator said yes. */
    public static Ticket approved(String decider) {
        return new Ticket(null, null, decider);
    }
}
