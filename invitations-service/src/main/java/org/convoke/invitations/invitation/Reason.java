package org.convoke.invitations.invitation;

/** Why an invitation is revoked. */
public enum Reason {
    GROUP_DELETED,
    GROUP_ARCHIVED,
    BANNED,
    /** She became a member otherwise. */
    JOINED,
    /** The inviter or the invitee was erased. */
    ERASED
}
