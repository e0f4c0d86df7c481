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
    /** The batch has come to its end. */
    FINISHED,
    TOO_MANY_RECIPIENTS,
    /** An accept or a redemption is under way and its outcome is not known yet. */
    ACCEPT_UNDER_WAY,
    /** The caller does what only an admin of the group may do. */
    NOT_AN_ADMIN,
    /** The group has as many links as one may have at a time. */
    TOO_MANY_LINKS,
    LINK_EXPIRED,
    LINK_EXHAUSTED,
    /** Also when the group it led to is gone or archived. */
    LINK_REVOKED,
    /** The caller is so new that the directory of people does not have her yet. */
    NOT_KNOWN_YET,
    /** groups-service was asked too late to give a seat. */
    LATE,
    /** groups-service gave no answer. */
    GROUPS_UNREACHABLE
}
