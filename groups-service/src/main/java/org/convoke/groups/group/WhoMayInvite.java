package org.convoke.groups.group;

/** The least role that invites others. */
public enum WhoMayInvite {
    MEMBERS(Role.MEMBER),
    MODERATORS(Role.MODERATOR),
    ADMINS(Role.ADMIN);

    private final Role least;

    WhoMayInvite(Role least) {
        this.least = least;
    }

    boolean includes(Role role) {
        return role.isAtLeast(least);
    }
}
