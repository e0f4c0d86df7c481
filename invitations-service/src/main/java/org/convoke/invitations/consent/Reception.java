package org.convoke.invitations.consent;

/** What becomes of an invitation on its way to somebody. */
public enum Reception {
    SHOWN,
    /** The inviter believes that it was shown. */
    WITHHELD,
    /** She has blocked the inviter or the group, and the inviter is told. */
    BLOCKED
}
