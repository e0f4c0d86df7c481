package org.convoke.groups.group;

/** What a member may do; each role may do what those before it may. */
public enum Role {
    MEMBER,
    MODERATOR,
    ADMIN,
    OWNER;

    public boolean isAtLeast(Role other) {
        return compareTo(other) >= 0;
    }

    public boolean outranks(Role other) {
        return compareTo(other) > 0;
    }

    /** An owner makes anyone anything; an admin makes moderators and members. */
    boolean grants(Role role) {
        return this == OWNER || (this == ADMIN && outranks(role));
    }
}
