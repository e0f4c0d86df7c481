package org.convoke.invitations.invitation;

/** Whether somebody is invited, or why not. */
public enum Verdict {
    CREATED,
    /** An invitation of hers to that group is pending. */
    EXISTING,
    ALREADY_MEMBER,
    BANNED,
    /** She has blocked the inviter or the group. */
    BLOCKED,
    UNKNOWN,
    NOT_ALLOWED,
    INVITER_QUOTA,
    GROUP_QUOTA,
    /** She declined lately or was invited often enough. */
    COOLDOWN
}
