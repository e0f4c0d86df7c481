package org.convoke.invitations;

/** Why a request is refused; {@code api} alone knows how that is told. */
public enum Refusal {
    NOT_FOUND,
    UNKNOWN_PERSON,
    MAY_NOT_INVITE,
    /** The invitee has blocked the inviter or the group. */
    INVITES_BLOCKED,
    /** The inviter has invited as many as she may in that time. */
    INVITER_QUOTA,
    /** As many were invited to the group as may be in that time. */
    GROUP_INVITATION_QUOTA,
    /** The invitee declined lately or was invited often enough. */
    COOLDOWN,
    ALREADY_A_MEMBER,
    ARCHIVED,
    GROUP_FULL,
    /** The caller is banned from the group. */
    BANNED,
    /** A banned person is invited. */
    INVITEE_BANNED,
    /** The caller is a member of as many groups as one person may be. */
    GROUP_QUOTA,
    /** The inviter does what only the invitee may do. */
    NOT_THE_INVITEE,
    /** The invitee does what only the inviter may do. */
    NOT_THE_INVITER,
    /** A member asks for what only moderators see. */
    NOT_A_MODERATOR,
    /** The invitation was sent again as often as one may be. */
    RESEND_QUOTA,
    NOT_PENDING,
    EXPIRED,
    /** An accept is under way and its outcome is not known yet. */
    ACCEPT_UNDER_WAY,
    /** groups-service gave no answer. */
    GROUPS_UNREACHABLE
}
