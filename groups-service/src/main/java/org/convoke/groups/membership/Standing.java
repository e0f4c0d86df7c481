package org.convoke.groups.membership;

/** What stands in the way of inviting somebody to a group; of several, the first. */
public enum Standing {
    UNKNOWN,
    MEMBER,
    BANNED,
    REQUESTED,
    OK
}
