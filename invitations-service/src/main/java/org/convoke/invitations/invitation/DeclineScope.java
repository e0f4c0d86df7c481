package org.convoke.invitations.invitation;

/** How much the invitee declines: this invitation, any to this group, or any from this inviter. */
public enum DeclineScope {
    ONCE,
    GROUP,
    INVITER
}
