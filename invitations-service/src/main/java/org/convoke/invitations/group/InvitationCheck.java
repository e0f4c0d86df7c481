package org.convoke.invitations.group;

import java.util.List;
import org.convoke.events.GroupPreview;
import org.jspecify.annotations.Nullable;

/**
 * What groups-service says of an inviter, a group she may see, and the people she wants to invite.
 *
 * @param inviterRole null for an outsider
 * @param invitees in the order asked
 */
public record InvitationCheck(
        boolean mayInvite, @Nullable Role inviterRole, GroupPreview group, List<Invitee> invitees) {

    /** The question. */
    public record Question(String inviterId, List<String> inviteeIds) {}

    /** @param sharesGroup whether she and the inviter are both members of some group */
    public record Invitee(String userId, Standing standing, boolean sharesGroup) {}
}
