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
