package org.convoke.groups.group;

/** How one becomes a member of one's own will: at once, by asking, not at all. */
public enum JoinPolicy {
    OPEN,
    REQUEST,
    INVITE_ONLY
}
