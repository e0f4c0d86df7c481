package org.convoke.groups.membership;

/** What stands in the way of inviting somebody to a group. */
public enum Standing {
    OK,
    MEMBER,
    UNKNOWN
}
