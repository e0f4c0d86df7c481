package org.convoke.invitations.group;

import java.util.List;
import org.convoke.events.GroupPreview;

/** What groups-service says of an inviter, a group she may see, and the people she wants to invite. */
public record InvitationCheck(boolean mayInvite, GroupPreview group, List<Invitee> invitees) {

    /** The question. */
    public record Question(String inviterId, List<String> inviteeIds) {}

    public record Invitee(String userId, Standing standing) {}

    /** How an invitee stands to the group. */
    public enum Standing {
        OK,
        MEMBER,
        UNKNOWN
    }
}
