package org.convoke.invitations.group;

/** What a member may do; each role may do what those before it may. */
public enum Role {
    MEMBER,
    MODERATOR,
    ADMIN,
    OWNER;

    public boolean isAtLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
