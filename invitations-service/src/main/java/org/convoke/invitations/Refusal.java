package org.convoke.invitations;

/** Why a request is refused; {@code api} alone knows how that is told. */
public enum Refusal {
    NOT_FOUND,
    UNKNOWN_PERSON,
    MAY_NOT_INVITE,
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
    NOT_PENDING,
    EXPIRED,
    /** An accept is under way and its outcome is not known yet. */
    ACCEPT_UNDER_WAY,
    /** groups-service gave no answer. */
    GROUPS_UNREACHABLE
}
